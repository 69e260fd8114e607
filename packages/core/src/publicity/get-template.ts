import { withOffice } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import type { TemplateRefInput } from "@zhibu/domain/publicity/publicity-inputs";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";

/** A type of list with all its wordings, newest first, each with the lists that stand under it. */
export async function getTemplate(ctx: OfficeContext, { templateId }: TemplateRefInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  return withOffice(async (tx) => {
    const template = await tx.publicityTemplate.findUnique({
      where: { id: templateId },
      include: {
        versions: {
          orderBy: { number: "desc" },
          select: {
            number: true,
            definition: true,
            createdByName: true,
            createdAt: true,
            _count: { select: { lists: true } },
          },
        },
      },
    });
    if (!template) throw notFound();
    const { id, key, archivedAt, version, versions } = template;
    return {
      ...{ id, key, archivedAt, version },
      versions: versions.map(({ definition, _count, ...row }) => ({
        ...row,
        definition: publicityTemplateSchema.parse(definition),
        lists: _count.lists,
      })),
    };
  });
}
