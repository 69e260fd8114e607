import { withOffice } from "@zhibu/db/scope";
import type { ChangePageInput, HidePageInput, OrderPagesInput } from "@zhibu/domain/baseline/baseline-inputs";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import { bumpSites } from "../kernel/bump-site-version.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { getPageArticle, getPageAt, lockPages, pageSubject } from "./page-rows.ts";

/** Another name in the menu, or another article behind the same address. */
export async function changePage(ctx: OfficeContext, input: ChangePageInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    await lockPages(tx);
    const page = await getPageAt(tx, input);
    const article = await getPageArticle(tx, input.articleId);
    const other = await tx.collegePage.findFirst({ where: { articleId: article.id, id: { not: page.id } } });
    if (other) throw new AppError("CONFLICT", "page.articleTaken");
    const version = page.version + 1;
    await tx.collegePage.update({
      where: { id: page.id },
      data: {
        title: input.title,
        articleTenantId: article.tenantId,
        articleId: article.id,
        live: article.visibility === "live",
        version,
      },
    });
    await auditOffice(tx, ctx, "page.change", pageSubject(page.id), {
      slug: page.slug,
      from: { title: page.title, articleId: page.articleId },
      to: { title: input.title, articleId: article.id },
    });
    await bumpSites(tx, null, { removal: page.articleId !== article.id });
    return { pageId: page.id, version };
  });
}

/** Takes a page off every site, or puts it back. */
export async function hidePage(ctx: OfficeContext, input: HidePageInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    await lockPages(tx);
    const page = await getPageAt(tx, input);
    const version = page.version + 1;
    await tx.collegePage.update({ where: { id: page.id }, data: { hidden: input.hidden, version } });
    await auditOffice(tx, ctx, input.hidden ? "page.hide" : "page.show", pageSubject(page.id), { slug: page.slug });
    await bumpSites(tx, null, { removal: input.hidden });
    return { pageId: page.id, version };
  });
}

/** The order of the menu. @throws AppError CONFLICT when a page was added meanwhile. */
export async function orderPages(ctx: OfficeContext, { pageIds }: OrderPagesInput) {
  assertCanInCollege(ctx.actor.roles, "baseline:manage");
  return withOffice(async (tx) => {
    await lockPages(tx);
    const pages = await tx.collegePage.findMany({ select: { id: true, slug: true } });
    const isWhole = pages.length === pageIds.length && pages.every(({ id }) => pageIds.includes(id));
    if (!isWhole) throw new AppError("CONFLICT", "changedMeanwhile");
    for (const [position, id] of pageIds.entries()) await tx.collegePage.update({ where: { id }, data: { position } });
    const order = pageIds.map((id) => pages.find((page) => page.id === id)?.slug ?? "");
    await auditOffice(tx, ctx, "page.order", pageSubject(pageIds[0] ?? ""), { order });
    await bumpSites(tx, null, { removal: false });
    return { pageIds };
  });
}
