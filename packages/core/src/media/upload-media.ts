import type { Media } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import { withTenant, type Tx } from "@zhibu/db/scope";
import type { FileReading } from "@zhibu/domain/checks/files/file-reading";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { fileFormats, type MediaKind, type MediaPurpose } from "@zhibu/domain/media/file-formats";
import { readFileName, storedFileName, type ClaimedName } from "@zhibu/domain/media/file-name";
import { widthFileName } from "@zhibu/domain/media/media-file";
import { bytesMax } from "@zhibu/domain/media/media-limits";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { getStorage } from "../kernel/storage.ts";
import { inspectUpload } from "./inspect-upload.ts";
import { mediaFolder, mediaKey } from "./media-files.ts";
import { mediaItem, type MediaItem } from "./media-item.ts";
import { findMediaUses } from "./media-uses.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { preparePicture } from "./prepare-picture.ts";
import { getFileReader } from "./reading/file-reader.ts";
import { readingData } from "./reading/stored-reading.ts";
import { tooLarge, withReceivedFile, type ReceivedFile } from "./receive-upload.ts";

export type Upload = {
  kind: MediaKind;
  /** What the client calls the file: a claim. */
  name: string;
  content: AsyncIterable<Uint8Array>;
  /** From `Content-Length`, to refuse before receiving; the bytes are counted all the same. */
  declaredBytes?: number;
  /** What it is for; the library unless said. */
  purpose?: MediaPurpose;
};

/** The fields of a row that come out of the file itself. */
type PreparedMedia = Pick<
  Media,
  "kind" | "purpose" | "name" | "mime" | "ext" | "bytes" | "width" | "height" | "widths" | "sha256"
>;

/**
 * Takes a file into the branch's library, or beside it for a publicity list: received, judged by its content, pictures drawn anew, stored, then recorded.
 * The same picture again, or the same attachment under the same name, gives the item there already is.
 * @throws AppError TOO_LARGE or INVALID with the reason in words people understand; UNAVAILABLE when the storage is away.
 */
export async function uploadMedia(ctx: BranchContext, upload: Upload): Promise<MediaItem> {
  const { kind, purpose = "library" } = upload;
  assertCan(ctx.actor.roles, purpose === "library" ? "media:upload" : "publicity:prepare");
  if (purpose === "publicity" && kind !== "attachment") throw new AppError("INVALID", "invalidInput");
  const claimed = readFileName(upload.name, kind);
  if ((upload.declaredBytes ?? 0) > bytesMax[kind]) throw tooLarge(bytesMax[kind]);
  return withReceivedFile(upload.content, bytesMax[kind], async (file) => {
    const identity = { kind, purpose, sha256: file.sha256, name: storedFileName(claimed, claimed.format) };
    const known = await withTenant(ctx.tenantId, (tx) => findSame(tx, ctx, identity));
    if (known) return known;
    const { media, files } = await examine(() => prepare(claimed, kind, file));
    const reading = kind === "attachment" ? await readText(file.path, media.ext) : null;
    return keep(ctx, { media: { ...media, purpose }, files, reading });
  });
}

/** Judging and drawing take memory by the hundred megabytes: one upload at a time, whoever sent it. */
const examine = oneAtATime();

type StoredContent = { file: string; content: Uint8Array | { path: string } };
type Prepared = { media: Omit<PreparedMedia, "purpose">; files: readonly StoredContent[] };
type Kept = { media: PreparedMedia; files: readonly StoredContent[]; reading: FileReading | null };

/** `null` where nobody reads files in this process: the job does later. */
async function readText(path: string, suffix: string): Promise<FileReading | null> {
  return (await getFileReader()?.({ path, suffix })) ?? null;
}

async function prepare(claimed: ClaimedName, kind: MediaKind, file: ReceivedFile): Promise<Prepared> {
  const { format, name } = await inspectUpload(file.path, claimed);
  const { mime, suffixes } = fileFormats[format];
  const ext = suffixes.find((suffix) => name.endsWith(`.${suffix}`)) ?? suffixes[0];
  const media = { kind, name, mime, ext, sha256: file.sha256 };
  if (kind === "attachment") {
    const original = { file: "original", content: { path: file.path } };
    return { media: { ...media, bytes: file.bytes, width: null, height: null, widths: [] }, files: [original] };
  }
  const { width, height, files } = await preparePicture(file.path);
  const bytes = files.reduce((sum, each) => sum + each.content.length, 0);
  return {
    media: { ...media, bytes, width, height, widths: files.map((each) => each.width) },
    files: files.map((each) => ({ file: widthFileName(each.width), content: each.content })),
  };
}

/**
 * Files first, then the row, so that a row always has its files. When recording fails they are left to the nightly
 * purge: a commit whose answer got lost may have happened all the same.
 */
async function keep(ctx: BranchContext, { media, files, reading }: Kept): Promise<MediaItem> {
  const { tenantId } = ctx;
  const id = newId();
  try {
    for (const { file, content } of files) await getStorage().put(mediaKey(tenantId, id, file), content);
  } catch (cause) {
    throw new AppError("UNAVAILABLE", "media.storageAway", {}, { cause });
  }
  const item = await withTenant(tenantId, (tx) => record(tx, ctx, id, { media, reading }));
  if (item.id !== id)
    await getStorage()
      .deleteFolder(mediaFolder(tenantId, id))
      .catch(() => undefined);
  return item;
}

async function record(
  tx: Tx,
  ctx: BranchContext,
  id: string,
  { media, reading }: Pick<Kept, "media" | "reading">,
): Promise<MediaItem> {
  const { tenantId, actor } = ctx;
  // Two uploads of the same file at once: the second waits, then finds the first.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`media:${tenantId}:${media.sha256}`}, 0))::text`;
  const known = await findSame(tx, ctx, media);
  if (known) return known;
  const row = await tx.media.create({
    data: { tenantId, id, ...media, createdById: actor.userId, createdByName: actor.displayName, createdAt: ctx.now() },
  });
  const stored =
    reading && (await tx.mediaReading.create({ data: { tenantId, mediaId: id, ...readingData(reading, ctx.now()) } }));
  await audit(
    tx,
    ctx,
    "media.upload",
    { type: "media", id },
    {
      name: row.name,
      mime: row.mime,
      bytes: row.bytes,
      sha256: row.sha256,
      ...(reading === null ? {} : { reading: reading.state, findings: reading.findingCount }),
    },
  );
  return mediaItem(ctx, { ...row, reading: stored }, []);
}

type Identity = Pick<PreparedMedia, "kind" | "purpose" | "sha256" | "name">;

async function findSame(
  tx: Tx,
  ctx: BranchContext,
  { kind, purpose, sha256, name }: Identity,
): Promise<MediaItem | null> {
  const { tenantId } = ctx;
  const row = await tx.media.findFirst({
    where: { tenantId, sha256, kind, purpose, ...(kind === "attachment" ? { name } : {}) },
    orderBy: { createdAt: "asc" },
    include: { reading: true },
  });
  if (!row) return null;
  const uses = (await findMediaUses(tx, tenantId, [row.id])).get(row.id) ?? [];
  return mediaItem(ctx, row, uses);
}
