import { withTenant, type Tx } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { idSchema } from "@zhibu/domain/kernel/ids";
import { publicityDraftSchema } from "@zhibu/domain/publicity/publicity-draft";
import { showsNames } from "@zhibu/domain/publicity/publicity-states";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { servedFile, type ServedFile } from "../media/media-files.ts";
import { getPublicityList, publicitySubject, type PublicityRow } from "./get-publicity-list.ts";

/**
 * A file of a list for the branch's people. What is prepared, waits for its beginning or is shown, is for whoever may
 * read lists; what is shown no longer is for who may read the archive, and each look is in the trail.
 * @throws AppError NOT_FOUND for a file the list never had, and for another branch's.
 */
export async function getPublicityFile(ctx: BranchContext, publicityId: string, mediaId: string): Promise<ServedFile> {
  assertCan(ctx.actor.roles, "publicity:read");
  if (![publicityId, mediaId].every((id) => idSchema.safeParse(id).success)) throw notFound();
  const { tenantId } = ctx;
  return withTenant(tenantId, async (tx) => {
    const list = await getPublicityList(tx, ctx, publicityId);
    if (!isInWork(list, mediaId) && !(await isCurrent(tx, list, mediaId))) await readArchived(tx, ctx, list, mediaId);
    const row = await tx.media.findUnique({ where: { tenantId_id: { tenantId, id: mediaId }, purpose: "publicity" } });
    const file = row && servedFile(row, "original");
    if (!file) throw notFound();
    return file;
  });
}

function isInWork({ draft }: PublicityRow, mediaId: string): boolean {
  return draft !== null && publicityDraftSchema.parse(draft).attachmentIds.includes(mediaId);
}

/** Whether the text that is shown, or waits to be, has the file. */
async function isCurrent(tx: Tx, { tenantId, textId, state }: PublicityRow, mediaId: string): Promise<boolean> {
  if (textId === null || !(showsNames(state) || state === "signed")) return false;
  const use = await tx.publicityFile.findUnique({
    where: { tenantId_textId_mediaId: { tenantId, textId, mediaId } },
    select: { position: true },
  });
  return use !== null;
}

async function readArchived(tx: Tx, ctx: BranchContext, list: PublicityRow, mediaId: string): Promise<void> {
  const use = await tx.publicityFile.findFirst({
    where: { tenantId: ctx.tenantId, mediaId, text: { listId: list.id } },
    select: { position: true },
  });
  if (use === null) throw notFound();
  assertCan(ctx.actor.roles, "publicity:readArchive");
  await audit(tx, ctx, "publicity.readArchive", publicitySubject(list.id), { no: list.no, file: mediaId });
}
