import { type Tx, withOfficeReading } from "@zhibu/db/scope";
import { parseArticleAddress, slugOfHost } from "@zhibu/domain/articles/article-address";
import type { FindByAddressInput } from "@zhibu/domain/articles/take-down-inputs";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";

/**
 * The article behind an address that somebody reported, in whichever branch; followed where its branch was merged into another.
 * @throws AppError NOT_FOUND for what is no address of an article of this college.
 */
export async function findByAddress(ctx: OfficeContext, { address }: FindByAddressInput, rootDomain: string) {
  assertCanInCollege(ctx.actor.roles, "branch:oversee");
  const wanted = parseArticleAddress(address);
  if (!wanted) throw notFound("takeDown.noSuchAddress");
  const found = await withOfficeReading(async (tx) => {
    const slug = slugOfHost(wanted.host, rootDomain);
    const branch = await tx.branch.findFirst({
      where: slug === null ? { customDomain: wanted.host } : { slug },
      select: { id: true },
    });
    return branch && (await articleAt(tx, branch.id, wanted.no));
  });
  if (!found) throw notFound("takeDown.noSuchAddress");
  const { id, branch, liveRevision, ...article } = found;
  return { articleId: id, ...article, title: liveRevision?.title ?? article.title, branch };
}

async function articleAt(tx: Tx, tenantId: string, no: number) {
  const moved = await tx.movedArticle.findUnique({ where: { tenantId_no: { tenantId, no } } });
  return tx.article.findUnique({
    where: { tenantId_no: moved ? { tenantId: moved.toTenantId, no: moved.toNo } : { tenantId, no } },
    select: {
      id: true,
      no: true,
      title: true,
      visibility: true,
      publishedAt: true,
      version: true,
      liveRevision: { select: { title: true } },
      branch: { select: { slug: true, name: true, shortName: true } },
    },
  });
}
