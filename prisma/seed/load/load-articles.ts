import { auditHash, genesis, type AuditRecord } from "@zhibu/core/audit/audit-hash";
import type { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { ArticleRows } from "./article-rows.ts";
import type { Deed } from "./history-rows.ts";
import { inChunks } from "./in-chunks.ts";

/** One unbroken chain in order of time, as the use cases would have left it. */
function auditChain(tenantId: string, deeds: readonly Deed[]): Prisma.AuditEntryCreateManyInput[] {
  const inOrder = deeds.toSorted((left, right) => left.at.getTime() - right.at.getTime());
  let prevHash = genesis;
  return inOrder.map(({ action, by, at, subject, changes }, index) => {
    const record: AuditRecord = {
      tenantId,
      seq: index + 1,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      actorId: by.userId,
      actorName: by.name,
      changes,
      at,
      prevHash,
    };
    prevHash = auditHash(record);
    return { ...record, changes, id: newId(), hash: prevHash };
  });
}

async function pointAtRevisions(tx: Tx, tenantId: string, rows: readonly ArticleRows[]): Promise<void> {
  const pointers = rows.map((row) => row.pointers);
  await tx.$executeRaw`
    UPDATE article a SET live_revision_id = p.live, working_revision_id = p.working
    FROM unnest(${pointers.map(({ id }) => id)}::uuid[], ${pointers.map(({ live }) => live)}::uuid[], ${pointers.map(({ working }) => working)}::uuid[]) AS p (id, live, working)
    WHERE a.tenant_id = ${tenantId}::uuid AND a.id = p.id`;
}

/**
 * Writes a branch's articles with all that belongs to them; the branch's counter stands after the last one. `others` are
 * deeds of the branch that concern no article and stand in the same chain.
 */
export async function loadArticles(
  tx: Tx,
  tenantId: string,
  rows: readonly ArticleRows[],
  others: readonly Deed[],
): Promise<void> {
  await inChunks(
    rows.map(({ article }) => article),
    (data) => tx.article.createMany({ data }),
  );
  await inChunks(
    rows.flatMap(({ revisions }) => revisions),
    (data) => tx.revision.createMany({ data }),
  );
  await pointAtRevisions(tx, tenantId, rows);
  await inChunks(
    rows.flatMap(({ media }) => media),
    (data) => tx.revisionMedia.createMany({ data }),
  );
  await inChunks(
    rows.flatMap(({ submissions }) => submissions),
    (data) => tx.submission.createMany({ data }),
  );
  await inChunks(
    rows.flatMap(({ events }) => events),
    (data) => tx.workflowEvent.createMany({ data }),
  );
  await inChunks(auditChain(tenantId, [...others, ...rows.flatMap(({ deeds }) => deeds)]), (data) =>
    tx.auditEntry.createMany({ data }),
  );
  const viewed = rows
    .filter(({ views }) => views > 0)
    .map(({ article, views }) => ({ tenantId, articleId: article.id, views }));
  await inChunks(viewed, (data) => tx.articleView.createMany({ data }));
  await tx.branch.update({ where: { id: tenantId }, data: { articleSeq: rows.length } });
}
