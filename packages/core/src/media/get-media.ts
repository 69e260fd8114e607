import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { MediaRefInput } from "@zhibu/domain/media/media-inputs";
import type { BranchContext } from "../kernel/context.ts";
import { findMediaUses } from "./media-uses.ts";

/**
 * An item at the version the caller saw, and where it is used.
 * @throws AppError NOT_FOUND when it is missing or another branch's, CONFLICT when it was changed meanwhile.
 */
export async function getMediaAt(tx: Tx, ctx: BranchContext, { mediaId, version }: MediaRefInput) {
  const { tenantId } = ctx;
  const row = await tx.media.findUnique({ where: { tenantId_id: { tenantId, id: mediaId } } });
  if (row?.purpose !== "library") throw notFound();
  if (row.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  const uses = (await findMediaUses(tx, tenantId, [mediaId])).get(mediaId) ?? [];
  return { row, uses };
}
