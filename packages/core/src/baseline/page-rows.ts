import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { officeSite } from "../tenancy/office-site.ts";

export const pageSubject = (id: string) => ({ type: "collegePage", id });

export const pagesMax = 30;

/** One change of the menu at a time. */
export async function lockPages(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('college.pages', 0))::text`;
}

/** @throws AppError NOT_FOUND, or CONFLICT when the page has changed since the person saw it. */
export async function getPageAt(tx: Tx, { pageId, version }: { pageId: string; version: number }) {
  const page = await tx.collegePage.findUnique({ where: { id: pageId } });
  if (!page) throw notFound();
  if (page.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return page;
}

/**
 * An article of the office's own site, which is all a page of the college may be.
 * @throws AppError NOT_FOUND for any other, CONFLICT while the college has no such site.
 */
export async function getPageArticle(tx: Tx, articleId: string) {
  const site = await officeSite(tx);
  if (!site) throw new AppError("CONFLICT", "page.noOfficeSite");
  const article = await tx.article.findUnique({
    where: { tenantId_id: { tenantId: site.tenantId, id: articleId } },
    select: { tenantId: true, id: true, visibility: true, title: true },
  });
  if (!article || article.visibility === "archived") throw notFound();
  return article;
}
