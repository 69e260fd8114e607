/** Entry of the thread that reads one file: a file that breaks a reader, or eats its memory, ends this thread alone. */
import { parentPort, workerData } from "node:worker_threads";
import { type FileToRead, readFileText } from "./read-file.ts";
import { readingLimits } from "./reading-limits.ts";

const started = performance.now();
// Given by `threadReader`, the only one who starts this file.
const reading = await readFileText(workerData as FileToRead, () => performance.now() - started > readingLimits.softMs);
parentPort?.postMessage(reading);
