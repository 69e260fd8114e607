import { withOfficeReading } from "@zhibu/db/scope";
import type { ListFindingsInput } from "@zhibu/domain/baseline/baseline-inputs";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { newestScan } from "../../baseline/newest-scan.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { decodeCursor, encodeCursor } from "../../kernel/cursor.ts";

const pageSize = 100;

/** What a search found, for the office to look through before anything is sent. */
export async function listFindings(ctx: OfficeContext, input: ListFindingsInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:read");
  return withOfficeReading(async (tx) => {
    const scan = await tx.correctionScan.findUnique({ where: { id: input.scanId } });
    if (!scan) throw notFound();
    const after = decodeCursor(input.cursor);
    const rows = await tx.correctionFinding.findMany({
      where: { scanId: scan.id, ...(after ? { id: { gt: after.id } } : {}) },
      orderBy: { id: "asc" },
      take: pageSize + 1,
      include: {
        article: {
          select: { no: true, title: true, visibility: true, branch: { select: { slug: true, shortName: true } } },
        },
      },
    });
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      scan: await newestScan(tx, scan.subjectId),
      items: page.map(({ id, articleId, article, oldText, newText, excerpt, occurrences, sure }) => ({
        id,
        articleId,
        no: article.no,
        title: article.title,
        isLive: article.visibility === "live",
        branch: article.branch,
        oldText,
        newText,
        excerpt,
        occurrences,
        sure,
      })),
      nextCursor: rows.length > pageSize && last ? encodeCursor({ at: scan.createdAt, id: last.id }) : null,
      can: { send: scan.state === "ready" && canInCollege(ctx.actor.roles, "baseline:manage") },
    };
  });
}
