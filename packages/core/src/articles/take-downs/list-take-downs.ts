import { withOfficeReading } from "@zhibu/db/scope";
import type { ListTakeDownsInput } from "@zhibu/domain/articles/take-down-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";

/** What the office took down and why, newest first, with what readers get there today. */
export async function listTakeDowns(ctx: OfficeContext, input: ListTakeDownsInput) {
  assertCanInCollege(ctx.actor.roles, "branch:oversee");
  const after = decodeCursor(input.cursor);
  const { events, articles } = await withOfficeReading(async (tx) => {
    const found = await tx.workflowEvent.findMany({
      where: { action: "takeDown", ...behind("at", after) },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: input.limit + 1,
      select: { id: true, tenantId: true, subjectId: true, actorName: true, opinion: true, at: true },
    });
    const rows = await tx.article.findMany({
      where: { OR: found.map(({ tenantId, subjectId }) => ({ tenantId, id: subjectId })) },
      select: {
        id: true,
        no: true,
        title: true,
        visibility: true,
        branch: { select: { slug: true, shortName: true } },
      },
    });
    return { events: found, articles: new Map(rows.map((row) => [row.id, row])) };
  });
  const page = events.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.flatMap(({ id, subjectId, actorName, opinion, at }) => {
      const article = articles.get(subjectId);
      if (!article) return [];
      const { no, title, visibility, branch } = article;
      return [{ id, at, actorName, reason: opinion, articleId: subjectId, no, title, visibility, branch }];
    }),
    nextCursor: events.length > input.limit && last ? encodeCursor({ at: last.at, id: last.id }) : null,
  };
}
