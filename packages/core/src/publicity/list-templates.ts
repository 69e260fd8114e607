import { withOffice } from "@zhibu/db/scope";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";

/** Every type of list in the office's order with its newest wording, and how many lists stand under any of its wordings. */
export async function listTemplates(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  return withOffice(async (tx) => {
    const templates = await tx.publicityTemplate.findMany({
      orderBy: { position: "asc" },
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
    return templates.flatMap(({ id, key, archivedAt, version, versions }) =>
      versions.slice(0, 1).map(({ number, definition, createdByName, createdAt }) => ({
        ...{ id, key, archivedAt, version, number, createdByName, createdAt },
        definition: publicityTemplateSchema.parse(definition),
        lists: versions.reduce((sum, { _count }) => sum + _count.lists, 0),
      })),
    );
  });
}
