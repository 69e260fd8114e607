import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { isForbiddenColumn } from "@zhibu/domain/publicity/forbidden-column";
import type { ArchiveTemplateInput, SaveTemplateInput } from "@zhibu/domain/publicity/publicity-inputs";
import {
  publicityTemplateSchema,
  scopesKept,
  type PublicityTemplate,
} from "@zhibu/domain/publicity/publicity-template";
import { changedFields } from "@zhibu/domain/publicity/template-changes";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";

/**
 * Adds a type of list, or a new wording of one; lists that have begun keep theirs.
 * @throws AppError INVALID for a column no list may have, a scope no site can keep, a taken key, or a wording that says
 * nothing new.
 */
export async function saveTemplate(ctx: OfficeContext, input: SaveTemplateInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  assertAllowed(input.definition);
  return withOffice(async (tx) => {
    const templateId = input.templateId ?? newId();
    if (input.templateId === null) {
      if (await tx.publicityTemplate.findUnique({ where: { key: input.key } }))
        throw new AppError("INVALID", "publicity.keyTaken");
      const position = await tx.publicityTemplate.count();
      await tx.publicityTemplate.create({ data: { id: templateId, key: input.key, position } });
    } else {
      const { count } = await tx.publicityTemplate.updateMany({
        where: { id: templateId, version: input.version },
        data: { version: { increment: 1 } },
      });
      if (count !== 1) throw await missingOrChanged(tx.publicityTemplate.count({ where: { id: templateId } }));
    }
    const number = 1 + (await lastNumber(tx, templateId, input.definition));
    await tx.publicityTemplateVersion.create({
      data: {
        id: newId(),
        templateId,
        number,
        definition: input.definition,
        createdById: ctx.actor.userId,
        createdByName: ctx.actor.displayName,
      },
    });
    const subject = { type: "publicityTemplate", id: templateId };
    await auditOffice(tx, ctx, "publicityTemplate.save", subject, { number, definition: input.definition });
    return { templateId, number };
  });
}

/** Takes a type out of the choice for new lists, or back in; lists under it are not touched. */
export async function archiveTemplate(ctx: OfficeContext, { templateId, version, archived }: ArchiveTemplateInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  return withOffice(async (tx) => {
    const { count } = await tx.publicityTemplate.updateMany({
      where: { id: templateId, version },
      data: { archivedAt: archived ? ctx.now() : null, version: { increment: 1 } },
    });
    if (count !== 1) throw await missingOrChanged(tx.publicityTemplate.count({ where: { id: templateId } }));
    await auditOffice(
      tx,
      ctx,
      "publicityTemplate.archive",
      { type: "publicityTemplate", id: templateId },
      { archived },
    );
    return { templateId, version: version + 1 };
  });
}

function assertAllowed({ columns, scope }: PublicityTemplate): void {
  if (!scopesKept.includes(scope)) throw new AppError("INVALID", "publicity.scopeNotOffered");
  const forbidden = columns.find(({ label }) => isForbiddenColumn(label));
  if (forbidden) throw new AppError("INVALID", "publicity.forbiddenColumn", { label: forbidden.label });
}

/** The number of the wording that stands now, 0 for a new type. @throws AppError INVALID when it says the same. */
async function lastNumber(tx: Tx, templateId: string, definition: PublicityTemplate): Promise<number> {
  const last = await tx.publicityTemplateVersion.findFirst({
    where: { templateId },
    orderBy: { number: "desc" },
    select: { number: true, definition: true },
  });
  if (!last) return 0;
  if (changedFields(publicityTemplateSchema.parse(last.definition), definition).length === 0)
    throw new AppError("INVALID", "publicity.templateUnchanged");
  return last.number;
}

async function missingOrChanged(count: Promise<number>): Promise<AppError> {
  return (await count) === 0 ? notFound() : new AppError("CONFLICT", "changedMeanwhile");
}
