import { Worker } from "node:worker_threads";
import type { AbstractIntlMessages } from "use-intl/core";
import type { ProofMaker } from "./proof-maker.ts";
import type { ProofJob } from "./proof-thread.ts";

/** A pack that takes longer won't come any more. */
const patienceMs = 60_000;

/**
 * Makes proof packs one after the other, each in a thread of plain Node that ends with it: fonts and layout never touch
 * the thread that answers readers. `messages` are the words of the file.
 */
export function proofThreads(messages: AbstractIntlMessages): ProofMaker {
  let before: Promise<unknown> = Promise.resolve();
  return (proof, format) => {
    const made = before.then(() => inThread({ proof, format, messages }));
    before = made.catch(() => undefined);
    return made;
  };
}

function inThread(job: ProofJob): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const thread = new Worker(new URL("./proof-thread.ts", import.meta.url), { workerData: job });
  const late = setTimeout(() => reject(new Error("the proof pack took too long")), patienceMs);
  thread.once("message", resolve).once("error", reject);
  thread.once("exit", () => reject(new Error("the thread ended without a proof pack")));
  return promise.finally(() => {
    clearTimeout(late);
    void thread.terminate();
  });
}
