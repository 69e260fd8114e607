import { Worker } from "node:worker_threads";
import type { FileReading, UnreadReason } from "@zhibu/domain/checks/files/file-reading";
import { oneAtATime } from "../one-at-a-time.ts";
import type { FileReader } from "./file-reader.ts";
import type { FileToRead } from "./read-file.ts";
import { readingLimits } from "./reading-limits.ts";

const entry = new URL("./reading-thread.ts", import.meta.url);

function unread(reason: UnreadReason): FileReading {
  return { state: "unread", reason, findings: [], findingCount: 0 };
}

/** Reads files in a thread of their own, one after the other, with bounded memory and time. Never rejects. */
export function threadReader(): FileReader {
  const next = oneAtATime();
  return (file) => next(() => readInThread(file));
}

function readInThread(file: FileToRead): Promise<FileReading> {
  return new Promise((resolve) => {
    const thread = new Worker(entry, {
      workerData: file,
      // Nothing of this process's secrets or options is the thread's business.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: readingLimits.heapMb,
        maxYoungGenerationSizeMb: readingLimits.youngHeapMb,
      },
    });
    const timer = setTimeout(() => end(unread("tooSlow")), readingLimits.hardMs);
    const end = (reading: FileReading) => {
      clearTimeout(timer);
      resolve(reading);
      void thread.terminate();
    };
    // What the thread's entry posts.
    thread.once("message", (reading: FileReading) => end(reading));
    thread.once("error", (error: NodeJS.ErrnoException) =>
      end(unread(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "tooLong" : "broken")),
    );
    thread.once("exit", () => end(unread("broken")));
  });
}
