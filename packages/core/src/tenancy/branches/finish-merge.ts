import { withOffice, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import { copyMediaRows } from "../../media/copy-media-rows.ts";
import { auditMerge, lockMerge } from "./merge-under-way.ts";
import { moveColumns } from "./move-columns.ts";

/**
 * Ends a merge when every article has moved: columns without articles and the rest of the library follow, and from then on
 * every other address of the old site leads to the new one's front page. Returns whether it ended.
 */
export function finishMerge(from: TenantId, now: () => Date): Promise<boolean> {
  return withOffice(async (tx) => {
    const merge = await lockMerge(tx, from);
    // The row is locked, so no article can have been added since the count.
    if (!merge || (await unmovedCount(tx, from)) > 0) return false;
    await moveColumns(tx, from, merge.to);
    const library = await tx.media.findMany({ where: { tenantId: from, purpose: "library" }, select: { id: true } });
    await copyMediaRows(tx, { from, to: merge.to, mediaIds: library.map(({ id }) => id) });
    await tx.branch.update({ where: { id: from }, data: { mergedAt: now(), version: { increment: 1 } } });
    const articles = await tx.movedArticle.count({ where: { tenantId: from } });
    const changes = { articles, media: library.length };
    await auditMerge(tx, merge, { tenantId: from, action: "branch.mergeEnd", changes, at: now() });
    await bumpSites(tx, [from, merge.to], { removal: false });
    return true;
  });
}

async function unmovedCount(tx: Tx, from: TenantId): Promise<number> {
  const [articles, moved] = [
    await tx.article.count({ where: { tenantId: from } }),
    await tx.movedArticle.count({ where: { tenantId: from } }),
  ];
  return articles - moved;
}
