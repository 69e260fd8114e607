import type { MediaUse } from "@zhibu/db/generated/enums";
import type { Tx } from "@zhibu/db/scope";
import { bodyMedia } from "@zhibu/domain/articles/document/body-media";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { BranchContext } from "../kernel/context.ts";
import type { RevisionContent } from "./revision-content.ts";

export type Use = { mediaId: string; use: MediaUse; position: number };

function usesOf(content: Pick<RevisionContent, "body" | "coverId">, attachmentIds: readonly string[]): Use[] {
  const pictures = [...new Set(bodyMedia(content.body))];
  const attachments = [...new Set(attachmentIds)];
  return [
    ...(content.coverId === null ? [] : [{ mediaId: content.coverId, use: "cover" as const, position: 0 }]),
    ...pictures.map((mediaId, position) => ({ mediaId, use: "picture" as const, position })),
    ...attachments.map((mediaId, position) => ({ mediaId, use: "attachment" as const, position })),
  ];
}

/**
 * The media a text shows, each in its use.
 * @throws AppError INVALID when one of them is not in this branch's library, or is of the wrong kind.
 */
export async function getMediaUses(
  tx: Tx,
  ctx: BranchContext,
  content: Pick<RevisionContent, "body" | "coverId">,
  attachmentIds: readonly string[],
): Promise<Use[]> {
  const uses = usesOf(content, attachmentIds);
  if (uses.length === 0) return [];
  const ids = [...new Set(uses.map((use) => use.mediaId))];
  const known = await tx.media.findMany({
    where: { tenantId: ctx.tenantId, purpose: "library", id: { in: ids } },
    select: { id: true, kind: true },
  });
  const kinds = new Map(known.map((media) => [media.id, media.kind]));
  const fits = (use: Use) => kinds.get(use.mediaId) === (use.use === "attachment" ? "attachment" : "picture");
  if (!uses.every(fits)) throw new AppError("INVALID", "article.mediaGone");
  return uses;
}

/** Writes which media the revision shows; readers may fetch exactly these once it is live. */
export async function replaceRevisionMedia(
  tx: Tx,
  ctx: BranchContext,
  revisionId: string,
  uses: readonly Use[],
): Promise<void> {
  const { tenantId } = ctx;
  await tx.revisionMedia.deleteMany({ where: { tenantId, revisionId } });
  if (uses.length > 0)
    await tx.revisionMedia.createMany({ data: uses.map((use) => ({ tenantId, revisionId, ...use })) });
}
