import { withOfficeReading } from "@zhibu/db/scope";
import type { FindPageArticlesInput } from "@zhibu/domain/baseline/baseline-inputs";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { literalWords } from "../kernel/like-pattern.ts";
import { officeSite } from "../tenancy/office-site.ts";
import { pagesMax } from "./page-rows.ts";

/** The college's pages in the order of the menu, with the article behind each. */
export async function listPages(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "baseline:read");
  return withOfficeReading(async (tx) => {
    const site = await officeSite(tx);
    const pages = await tx.collegePage.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] });
    const articles = await tx.article.findMany({
      where: { id: { in: pages.map(({ articleId }) => articleId) } },
      select: { id: true, no: true, title: true, visibility: true, workState: true, revisedAt: true },
    });
    const manages = canInCollege(ctx.actor.roles, "baseline:manage");
    return {
      site: site && { slug: site.slug, name: site.name },
      items: pages.map(({ id, slug, title, hidden, version, articleId }) => ({
        id,
        slug,
        title,
        hidden,
        version,
        article: articles.find((article) => article.id === articleId) ?? null,
      })),
      max: pagesMax,
      can: { manage: manages, add: manages && site !== null && pages.length < pagesMax },
    };
  });
}

const articlesShown = 30;

/** Articles of the office's site a page may be made of, changed last first. */
export async function findPageArticles(ctx: OfficeContext, { search }: FindPageArticlesInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOfficeReading(async (tx) => {
    const site = await officeSite(tx);
    if (!site) return [];
    return tx.article.findMany({
      where: {
        tenantId: site.tenantId,
        visibility: { not: "archived" },
        title: { not: "", contains: literalWords(search) },
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: articlesShown,
      select: { id: true, no: true, title: true, visibility: true },
    });
  });
}
