import { createReadStream } from "node:fs";
import { AppError } from "@zhibu/domain/kernel/app-error";

/** Names the malware found in a file, or `null`. A scanner that can't answer throws: the upload is then refused. */
export type VirusScanner = (path: string) => Promise<string | null>;

const slot = Symbol.for("zhibu.virus-scanner");
type Holder = { [slot]?: VirusScanner };

/** Puts a scanner before every upload of the process; `null` takes it away. */
export function setVirusScanner(scanner: VirusScanner | null): void {
  const holder = globalThis as Holder; // A symbol of ours on the global object.
  if (scanner === null) delete holder[slot];
  else holder[slot] = scanner;
}

/** In two halves, so that scanners leave this source file alone. */
const testSignature = Buffer.from(["EICAR-STANDARD-ANTI", "VIRUS-TEST-FILE!"].join(""), "latin1");

/** Whether the bytes hold the industry's harmless test signature: how an inspector tries the upload. */
export function holdsTestSignature(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(testSignature);
}

async function findTestSignature(path: string): Promise<boolean> {
  let tail = Buffer.alloc(0);
  // Without an encoding, chunks are buffers.
  const chunks = createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
  for await (const chunk of chunks) {
    const joined = Buffer.concat([tail, chunk]);
    if (holdsTestSignature(joined)) return true;
    tail = joined.subarray(-testSignature.length);
  }
  return false;
}

/** @throws AppError INVALID when the file is infected; UNAVAILABLE when the scanner that is to judge it does not answer. */
export async function refuseInfected(path: string): Promise<void> {
  if ((await findTestSignature(path)) || (await scan(path)) !== null) throw new AppError("INVALID", "media.infected");
}

async function scan(path: string): Promise<string | null> {
  const scanner = (globalThis as Holder)[slot]; // A symbol of ours on the global object.
  try {
    return scanner ? await scanner(path) : null;
  } catch (cause) {
    throw new AppError("UNAVAILABLE", "media.scannerAway", {}, { cause });
  }
}
