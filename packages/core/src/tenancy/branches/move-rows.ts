import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { ColumnWay } from "./move-columns.ts";

/** An article and the number it has in the branch it moves to; its id stays. */
export type ArticleMove = { id: string; no: number; toNo: number };

type Way = { from: TenantId; to: TenantId };

/**
 * Articles with all their texts. Rows are copied whole, whatever columns they have, and only what must differ is replaced.
 * One statement: foreign keys are looked at when it ends, so that an article may point at its text at once.
 */
export async function copyArticles(
  tx: Tx,
  { from, to }: Way,
  moves: readonly ArticleMove[],
  columns: readonly ColumnWay[],
): Promise<void> {
  await tx.$executeRaw`
    WITH move AS (
      SELECT * FROM unnest(${moves.map(({ id }) => id)}::uuid[], ${moves.map(({ toNo }) => toNo)}::int[]) AS m (id, to_no)
    ),
    way AS (
      SELECT * FROM unnest(${columns.map(({ source }) => source)}::uuid[], ${columns.map(({ target }) => target)}::uuid[]) AS w (source, target)
    ),
    articles AS (
      INSERT INTO article
      SELECT n.* FROM move
      JOIN article a ON a.tenant_id = ${from}::uuid AND a.id = move.id
      JOIN way ON way.source = a.column_id
      CROSS JOIN LATERAL jsonb_populate_record(a, jsonb_build_object(
        'tenant_id', ${to}::text, 'no', move.to_no, 'column_id', way.target, 'pinned_at', NULL)) n
    )
    INSERT INTO revision
    SELECT n.* FROM move
    JOIN revision r ON r.tenant_id = ${from}::uuid AND r.article_id = move.id
    JOIN way ON way.source = r.column_id
    CROSS JOIN LATERAL jsonb_populate_record(r, jsonb_build_object('tenant_id', ${to}::text, 'column_id', way.target)) n`;
}

/** What hangs on articles and their texts: media shown, facts shown, submissions, the timeline, views, proposals, corrections. */
export async function copyHistory(tx: Tx, { from, to }: Way, moves: readonly ArticleMove[]): Promise<void> {
  const ids = moves.map(({ id }) => id);
  const there = { tenant_id: to };
  await tx.$executeRaw`
    INSERT INTO revision_media SELECT n.* FROM revision r
    JOIN revision_media x ON x.tenant_id = r.tenant_id AND x.revision_id = r.id
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE r.tenant_id = ${from}::uuid AND r.article_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO fact_use SELECT n.* FROM revision r
    JOIN fact_use x ON x.tenant_id = r.tenant_id AND x.revision_id = r.id
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE r.tenant_id = ${from}::uuid AND r.article_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO submission SELECT n.* FROM submission x
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE x.tenant_id = ${from}::uuid AND x.subject_type = 'article' AND x.subject_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO workflow_event SELECT n.* FROM workflow_event x
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE x.tenant_id = ${from}::uuid AND x.subject_type = 'article' AND x.subject_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO article_view SELECT n.* FROM article_view x
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE x.tenant_id = ${from}::uuid AND x.article_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO nomination SELECT n.* FROM nomination x
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE x.tenant_id = ${from}::uuid AND x.article_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO correction_task SELECT n.* FROM correction_task x
    CROSS JOIN LATERAL jsonb_populate_record(x, ${there}::jsonb) n
    WHERE x.tenant_id = ${from}::uuid AND x.article_id = ANY (${ids}::uuid[])`;
}

/** The old rows stay as a record: nothing of them is live, planned or anybody's task any more. */
export async function retireSources(tx: Tx, from: TenantId, ids: readonly string[], at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE article SET visibility = 'archived', work_state = NULL, working_revision_id = NULL, scheduled_at = NULL,
      pinned_at = NULL, failure_reason = NULL, linked_push_id = NULL, linked_required = false,
      work_state_since = ${at}, version = version + 1, updated_at = ${at}
    WHERE tenant_id = ${from}::uuid AND id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE nomination SET featured_at = NULL WHERE tenant_id = ${from}::uuid AND article_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`
    UPDATE correction_task SET state = 'dismissed', closed_at = ${at}, version = version + 1
    WHERE tenant_id = ${from}::uuid AND article_id = ANY (${ids}::uuid[]) AND state = 'open'`;
}
