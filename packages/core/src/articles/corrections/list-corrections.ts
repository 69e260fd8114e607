import { withTenant } from "@zhibu/db/scope";
import type { ListCorrectionsInput } from "@zhibu/domain/baseline/baseline-inputs";
import { assertCan, can } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";

const pageSize = 30;

/** What the office asks the branch to put right, newest first; those settled with how and by whom. */
export async function listCorrections(ctx: BranchContext, input: ListCorrectionsInput) {
  assertCan(ctx.actor.roles, "article:read");
  const { tenantId } = ctx;
  const handles = can(ctx.actor.roles, "correction:handle") && can(ctx.actor.roles, "article:edit");
  return withTenant(tenantId, async (tx) => {
    const after = decodeCursor(input.cursor);
    const rows = await tx.correctionTask.findMany({
      where: {
        tenantId,
        state: input.tab,
        ...behind("createdAt", after),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      include: {
        article: {
          select: { no: true, title: true, visibility: true, workState: true, column: { select: { name: true } } },
        },
      },
    });
    const counts = await tx.correctionTask.groupBy({ by: ["state"], where: { tenantId }, _count: { _all: true } });
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    const countOf = (state: string) => counts.find((group) => group.state === state)?._count._all ?? 0;
    return {
      items: page.map(({ tenantId: _tenantId, article, closedById: _closedById, ...task }) => ({
        ...task,
        no: article.no,
        title: article.title,
        columnName: article.column.name,
        visibility: article.visibility,
        workState: article.workState,
        can: { accept: handles && task.state === "open", dismiss: handles && task.state === "open" },
      })),
      counts: { open: countOf("open"), done: countOf("done"), dismissed: countOf("dismissed") },
      nextCursor: rows.length > pageSize && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
    };
  });
}
