import { z } from "zod";
import type { Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { type CheckedFile, checkPublicityFile } from "@zhibu/domain/publicity/check-files";
import { readingOf } from "../media/reading/stored-reading.ts";

const fixedFileSchema = z.object({ mediaId: z.string(), name: z.string(), bytes: z.int(), sha256: z.string() });
/** A file as a signed text names it: what was signed is what its bytes hash to. */
export type FixedFile = z.infer<typeof fixedFileSchema>;

/** A file of what is being prepared, with what the checks say of it. */
export type PublicityFileItem = FixedFile & CheckedFile;

/** The files of a signed text, in order. */
export function fixedFiles(stored: unknown): FixedFile[] {
  return fixedFileSchema.array().parse(stored);
}

/**
 * The files a draft names, in its order.
 * @throws AppError INVALID when one of them is not the branch's, or was not uploaded for a list.
 */
export async function filesOfDraft(
  tx: Tx,
  tenantId: TenantId,
  { attachmentIds }: { attachmentIds: readonly string[] },
): Promise<PublicityFileItem[]> {
  if (attachmentIds.length === 0) return [];
  const rows = await tx.media.findMany({
    where: { tenantId, purpose: "publicity", kind: "attachment", id: { in: [...attachmentIds] } },
    include: { reading: true },
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return attachmentIds.map((mediaId) => {
    const row = known.get(mediaId);
    if (row === undefined) throw new AppError("INVALID", "publicity.fileGone");
    const { name, bytes, sha256, reading } = row;
    return { mediaId, name, bytes, sha256, ...checkPublicityFile(name, readingOf(reading)) };
  });
}

/**
 * The files of a draft, fit to be handed in and signed.
 * @throws AppError INVALID naming the first file in which something has to go; nothing of that can be waived.
 */
export async function publishableFiles(
  tx: Tx,
  tenantId: TenantId,
  draft: { attachmentIds: readonly string[] },
): Promise<FixedFile[]> {
  const files = await filesOfDraft(tx, tenantId, draft);
  const bad = files.filter(({ problems }) => problems.length > 0);
  if (bad.length > 0)
    throw new AppError("INVALID", "publicity.fileProblems", { name: bad[0]?.name ?? "", count: bad.length });
  return files.map(({ mediaId, name, bytes, sha256 }) => ({ mediaId, name, bytes, sha256 }));
}

/** Ties the files of a text that was just fixed to it: readers may fetch exactly these while it is shown. */
export async function attachFiles(
  tx: Tx,
  tenantId: TenantId,
  textId: string,
  files: readonly FixedFile[],
): Promise<void> {
  if (files.length === 0) return;
  await tx.publicityFile.createMany({
    data: files.map(({ mediaId }, position) => ({ tenantId, textId, mediaId, position })),
  });
}
