import { withOffice } from "@zhibu/db/scope";
import type { FindPushableInput } from "@zhibu/domain/articles/push/push-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { behind, decodeCursor, encodeCursor } from "../../kernel/cursor.ts";
import { literalWords } from "../../kernel/like-pattern.ts";

const pageSize = 10;

/** Live articles of one site that may be sent, newest first: its own, not what it shows of others. */
export async function findPushable(ctx: OfficeContext, { originBranchId, search, cursor }: FindPushableInput) {
  assertCanInCollege(ctx.actor.roles, "push:send");
  const after = decodeCursor(cursor);
  return withOffice(async (tx) => {
    const rows = await tx.article.findMany({
      where: {
        tenantId: originBranchId,
        visibility: "live",
        linkedPushId: null,
        publishedAt: { not: null },
        ...(search ? { liveRevision: { title: { contains: literalWords(search), mode: "insensitive" } } } : {}),
        ...behind("publishedAt", after),
      },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      select: {
        id: true,
        no: true,
        publishedAt: true,
        liveRevision: { select: { title: true } },
        column: { select: { name: true, baselineKey: true } },
      },
    });
    const items = rows.slice(0, pageSize).map(({ id, no, publishedAt, liveRevision, column }) => ({
      articleId: id,
      no,
      title: liveRevision?.title ?? "",
      publishedAt,
      columnName: column.name,
      columnKey: column.baselineKey,
    }));
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
    return { items, nextCursor: last?.publishedAt ? encodeCursor({ at: last.publishedAt, id: last.id }) : null };
  });
}
