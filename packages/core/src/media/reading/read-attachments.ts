import type { Readable } from "node:stream";
import { withOffice } from "@zhibu/db/scope";
import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import { bytesMax } from "@zhibu/domain/media/media-limits";
import { getStorage } from "../../kernel/storage.ts";
import { filesHome, mediaKey } from "../media-files.ts";
import { withReceivedFile } from "../receive-upload.ts";
import { type FileReader, getFileReader } from "./file-reader.ts";
import { readingData } from "./stored-reading.ts";

const batchSize = 20;
/** What one run reads at most; the next run goes on. */
const batchesMax = 20;

type Unread = { tenantId: string; id: string; ext: string; filesTenantId: string | null };

/**
 * Reads attachments that have no reading yet, of any branch, the newest first, a few at a time. Safe to run any number
 * of times and anywhere: a file read twice is recorded once. Returns how many it read.
 */
export async function readAttachments(now: () => Date): Promise<number> {
  const reader = getFileReader();
  let read = 0;
  for (let batch = 0; reader !== null && batch < batchesMax; batch += 1) {
    const count = await readBatch(reader, now);
    read += count;
    if (count < batchSize) break;
  }
  return read;
}

async function readBatch(reader: FileReader, now: () => Date): Promise<number> {
  const files = await withOffice(
    (tx) => tx.$queryRaw<Unread[]>`
      SELECT m.tenant_id AS "tenantId", m.id, m.ext, m.files_tenant_id AS "filesTenantId" FROM media m
      LEFT JOIN media_reading r ON r.tenant_id = m.tenant_id AND r.media_id = m.id
      WHERE m.kind = 'attachment' AND r.media_id IS NULL
      ORDER BY m.created_at DESC, m.id DESC LIMIT ${batchSize}`,
  );
  for (const file of files) {
    const reading = await readStored(reader, file);
    await withOffice((tx) =>
      tx.mediaReading.createMany({
        data: { tenantId: file.tenantId, mediaId: file.id, ...readingData(reading, now()) },
        skipDuplicates: true,
      }),
    );
  }
  return files.length;
}

async function readStored(reader: FileReader, file: Unread): Promise<FileReading> {
  const stored = await getStorage().get(mediaKey(filesHome(file), file.id, "original"));
  if (stored === null) return { state: "unread", reason: "missing", findings: [], findingCount: 0 };
  // Without an encoding, chunks are buffers.
  const content = stored.stream as Readable & AsyncIterable<Uint8Array>;
  return withReceivedFile(content, bytesMax.attachment, ({ path }) => reader({ path, suffix: file.ext }));
}
