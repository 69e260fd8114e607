import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import type { FileToRead } from "./read-file.ts";

/** Reads a file's text and says what in it must not be published; never rejects. */
export type FileReader = (file: FileToRead) => Promise<FileReading>;

/** The server and Next's bundle hold two copies of this module; the thread is started from the server's alone. */
const slot = Symbol.for("zhibu.file-reader");
type Holder = { [slot]?: FileReader };

/** Gives the process a reader of attachments; `null` takes it away. */
export function setFileReader(reader: FileReader | null): void {
  const holder = globalThis as Holder; // A symbol of ours on the global object.
  if (reader === null) delete holder[slot];
  else holder[slot] = reader;
}

/** `null` in a process that was started without one: its uploads are read later, by the job. */
export function getFileReader(): FileReader | null {
  return (globalThis as Holder)[slot] ?? null; // A symbol of ours on the global object.
}
