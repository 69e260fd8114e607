import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { publicityDraftSchema, type PublicityDraft } from "@zhibu/domain/publicity/publicity-draft";
import { publicityTemplateSchema, type PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import type { BranchContext } from "../kernel/context.ts";
import type { Subject } from "../workflow/record-event.ts";

export const publicitySubject = (id: string): Subject => ({ type: "publicity", id });

export type PublicityRow = Awaited<ReturnType<typeof getPublicityList>>;

/** @throws AppError NOT_FOUND for a missing list and for another branch's alike. */
export async function getPublicityList(tx: Tx, ctx: BranchContext, publicityId: string) {
  const list = await tx.publicityList.findUnique({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: publicityId } },
  });
  if (!list) throw notFound("publicity.notFound");
  return list;
}

/**
 * The list as the caller last saw it.
 * @throws AppError CONFLICT when it has changed since.
 */
export async function getPublicityListAt(
  tx: Tx,
  ctx: BranchContext,
  input: { publicityId: string; version: number },
): Promise<PublicityRow> {
  const list = await getPublicityList(tx, ctx, input.publicityId);
  if (list.version !== input.version) throw new AppError("CONFLICT", "changedMeanwhile");
  return list;
}

/** The template's wording the list began under. */
export async function templateOf(tx: Tx, list: Pick<PublicityRow, "templateVersionId">): Promise<PublicityTemplate> {
  const { definition } = await tx.publicityTemplateVersion.findUniqueOrThrow({
    where: { id: list.templateVersionId },
    select: { definition: true },
  });
  return publicityTemplateSchema.parse(definition);
}

/** @throws AppError CONFLICT when nothing is being prepared. */
export function draftOf(list: Pick<PublicityRow, "draft">): PublicityDraft {
  if (list.draft === null) throw new AppError("CONFLICT", "publicity.nothingInWork");
  return publicityDraftSchema.parse(list.draft);
}
