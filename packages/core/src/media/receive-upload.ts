import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { inMegabytes } from "@zhibu/domain/media/media-limits";

/** An upload on the local disk, whole, and nothing believed about it yet. */
export type ReceivedFile = { path: string; bytes: number; sha256: string };

/**
 * Writes a stream to a file of its own, hands it to `work`, and removes it whatever happens.
 * @throws AppError TOO_LARGE as soon as one byte more than `bytesMax` arrives; INVALID when nothing does.
 */
export async function withReceivedFile<T>(
  content: AsyncIterable<Uint8Array>,
  bytesMax: number,
  work: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-upload-"));
  try {
    const file = path.join(folder, "file");
    const hash = createHash("sha256");
    let bytes = 0;
    await pipeline(
      content,
      async function* measure(chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.byteLength;
          if (bytes > bytesMax) throw tooLarge(bytesMax);
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(file, { mode: 0o600 }),
    );
    if (bytes === 0) throw new AppError("INVALID", "media.empty");
    return await work({ path: file, bytes, sha256: hash.digest("hex") });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function tooLarge(bytesMax: number): AppError {
  return new AppError("TOO_LARGE", "media.tooLarge", { megabytesMax: inMegabytes(bytesMax) });
}
