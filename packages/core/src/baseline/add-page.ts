import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { AddPageInput } from "@zhibu/domain/baseline/baseline-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import { bumpSites } from "../kernel/bump-site-version.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { getPageArticle, lockPages, pagesMax, pageSubject } from "./page-rows.ts";

/** A page every site shows: an article of the office's site under an address of its own, at the end of the menu. */
export async function addPage(ctx: OfficeContext, input: AddPageInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    await lockPages(tx);
    const article = await getPageArticle(tx, input.articleId);
    const pages = await tx.collegePage.findMany({ select: { slug: true, articleId: true, position: true } });
    if (pages.length >= pagesMax) throw new AppError("INVALID", "page.tooMany", { max: pagesMax });
    if (pages.some(({ slug }) => slug === input.slug)) throw new AppError("CONFLICT", "page.slugTaken");
    if (pages.some(({ articleId }) => articleId === article.id)) throw new AppError("CONFLICT", "page.articleTaken");
    const id = newId();
    await tx.collegePage.create({
      data: {
        id,
        slug: input.slug,
        title: input.title,
        articleTenantId: article.tenantId,
        articleId: article.id,
        position: Math.max(-1, ...pages.map(({ position }) => position)) + 1,
        live: article.visibility === "live",
      },
    });
    await auditOffice(tx, ctx, "page.add", pageSubject(id), { ...input });
    await bumpSites(tx, null, { removal: false });
    return { pageId: id, version: 0 };
  });
}
