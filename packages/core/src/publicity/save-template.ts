import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { ArchiveTemplateInput, SaveTemplateInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";

/** Adds a type of list, or a new wording of one; lists that have begun keep theirs. */
export async function saveTemplate(ctx: OfficeContext, input: SaveTemplateInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
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
    const number = 1 + (await tx.publicityTemplateVersion.count({ where: { templateId } }));
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

async function missingOrChanged(count: Promise<number>): Promise<AppError> {
  return (await count) === 0 ? notFound() : new AppError("CONFLICT", "changedMeanwhile");
}
