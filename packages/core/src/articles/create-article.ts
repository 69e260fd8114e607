import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import type { CreateArticleInput } from "@zhibu/domain/articles/article-input";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import { audit } from "../audit/audit.ts";
import type { BranchContext } from "../kernel/context.ts";
import { getColumn } from "./get-column.ts";
import { articleSubject } from "./move-article.ts";
import { emptyContent } from "./revision-content.ts";

/** Begins an article in a column with an empty first revision; the address number is the branch's next. */
export async function createArticle(ctx: BranchContext, input: CreateArticleInput) {
  assertCan(ctx.actor.roles, "article:create");
  return withTenant(ctx.tenantId, async (tx) => {
    const column = await getColumn(tx, ctx, input.columnId);
    const { tenantId } = ctx;
    const { articleSeq: no } = await tx.branch.update({
      where: { id: tenantId },
      data: { articleSeq: { increment: 1 } },
      select: { articleSeq: true },
    });
    const id = newId();
    const revisionId = newId();
    const branch = await tx.branch.findUniqueOrThrow({ where: { id: tenantId }, select: { shortName: true } });
    const now = ctx.now();
    const author = { createdById: ctx.actor.userId };
    await tx.article.create({
      data: { tenantId, id, no, columnId: column.id, ...author, workStateSince: now, createdAt: now },
    });
    await tx.revision.create({
      data: {
        tenantId,
        id: revisionId,
        articleId: id,
        number: 1,
        ...emptyContent(column.id, branch.shortName, ctx.actor.displayName),
        ...author,
        createdByName: ctx.actor.displayName,
        createdAt: now,
        savedAt: now,
      },
    });
    await tx.article.update({ where: { tenantId_id: { tenantId, id } }, data: { workingRevisionId: revisionId } });
    await audit(tx, ctx, "article.create", articleSubject(id), { no, columnId: column.id });
    return { articleId: id, no, version: 0 };
  });
}
