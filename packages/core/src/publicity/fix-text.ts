import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { PublicityDraft } from "@zhibu/domain/publicity/publicity-draft";
import { fillNotice, type PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import { canonicalHash } from "../audit/audit-hash.ts";
import type { BranchContext } from "../kernel/context.ts";
import type { PublicityRow } from "./get-publicity-list.ts";
import { attachFiles, publishableFiles } from "./publicity-files.ts";
import { assertPublishable } from "./submit-publicity.ts";

export type TextToFix = { list: PublicityRow; draft: PublicityDraft; template: PublicityTemplate; reason: string };

/**
 * Fixes what was handed in as the next text of the list, files among it, with its hash; the days stay open in the notice, for the period
 * may be lengthened. Returns the text's id.
 * @throws AppError FORBIDDEN for whoever prepared it, CONFLICT when nothing was handed in, INVALID when it must not be published.
 */
export async function fixText(
  tx: Tx,
  ctx: BranchContext,
  { list, draft, template, reason }: TextToFix,
): Promise<string> {
  const { tenantId } = ctx;
  const preparedById = list.submittedById;
  if (preparedById === null) throw new AppError("CONFLICT", "publicity.nothingInWork");
  if ([preparedById, list.createdById].includes(ctx.actor.userId))
    throw new AppError("FORBIDDEN", "publicity.fourEyes");
  assertPublishable(ctx, draft, template);
  const files = await publishableFiles(tx, tenantId, draft);
  const [number, branch, preparer] = [
    await tx.publicityText.count({ where: { tenantId, listId: list.id } }),
    await tx.branch.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } }),
    await tx.user.findUnique({ where: { id: preparedById }, select: { displayName: true } }),
  ];
  const words = {
    支部: branch.name,
    人数: String(draft.entries.length),
    联系人: draft.contact.name,
    联系电话: draft.contact.phone,
    联系地址: draft.contact.address,
  };
  const shown = {
    title: draft.title,
    notice: fillNotice(template.notice, words),
    howToObject: fillNotice(template.howToObject, words),
    columns: template.columns.map(({ key, label }) => ({ key, label })),
    entries: draft.entries,
    // A list without files hashes as lists did before they had any.
    ...(files.length > 0 ? { files } : {}),
  };
  const id = newId();
  await tx.publicityText.create({
    data: {
      tenantId,
      id,
      listId: list.id,
      number: number + 1,
      ...shown,
      contact: draft.contact,
      hash: canonicalHash(shown),
      preparedById,
      preparedName: preparer?.displayName ?? "",
      signedById: ctx.actor.userId,
      signedByName: ctx.actor.displayName,
      signedAt: ctx.now(),
      reason,
    },
  });
  await attachFiles(tx, tenantId, id, files);
  return id;
}
