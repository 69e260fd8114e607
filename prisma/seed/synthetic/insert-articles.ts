import type pg from "pg";
import { mediaShare } from "./insert-media.ts";
import { personWith, type SyntheticBranch } from "./synthetic-branches.ts";
import type { TextStock } from "./text-stock.ts";

/** Numbers `from` to `to` of one branch. */
export type Stretch = { branch: SyntheticBranch; from: number; to: number };

/** Rows of one statement: enough to forget the round trip, few enough to see the bar move. */
const rowsATime = 10_000;

/** Cuts every branch's articles into pieces and gathers pieces into statements of about `rowsATime` rows. */
export function planStatements(branches: readonly SyntheticBranch[]): Stretch[][] {
  const statements: Stretch[][] = [];
  let rows = rowsATime;
  for (const branch of branches) {
    for (let from = 1; from <= branch.articles; from += rowsATime) {
      const to = Math.min(branch.articles, from + rowsATime - 1);
      if (rows + (to - from + 1) > rowsATime) {
        statements.push([]);
        rows = 0;
      }
      statements.at(-1)?.push({ branch, from, to });
      rows += to - from + 1;
    }
  }
  return statements;
}

/**
 * Articles, their texts and what these show, in one statement composed in the server: foreign keys are looked at when it
 * ends, so that an article may point at its text at once. The newest two dozen of a branch are in work, in every state;
 * of the others ninety-six in a hundred are live. Dates run from three years before `$7` to it; `hashint8` spreads words,
 * columns and minutes without a clock or dice.
 */
const statement = `
  WITH stretch AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $10::int[], $11::int[])
      AS s (tenant_id, author_id, author_name, columns, from_no, to_no, total, media)
  ),
  numbered AS (
    SELECT s.tenant_id, s.author_id, s.author_name, s.media, no, s.total - no AS age,
      abs(hashint8(no * 7919 + hashtext(s.tenant_id::text))::bigint) AS dice,
      (string_to_array(s.columns, ','))[1 + abs(hashint8(no + hashtext(s.tenant_id::text))) % cardinality(string_to_array(s.columns, ','))]::uuid AS column_id,
      $7::timestamptz - make_interval(secs => 94608000.0 * (1 - no::float8 / s.total) + 600) AS at
    FROM stretch s CROSS JOIN LATERAL generate_series(s.from_no::bigint, s.to_no::bigint) AS no
  ),
  fated AS (
    SELECT n.*, (CASE
      WHEN n.age < 24 THEN (ARRAY['in_review', 'in_review', 'returned', 'approved', 'scheduled', 'handed_in', 'failed', 'draft'])[1 + n.no % 12]
      WHEN n.dice % 400 = 0 THEN 'draft' END)::work_state AS work_state
    FROM numbered n
  ),
  written AS MATERIALIZED (
    SELECT n.*,
      (lpad(to_hex((extract(epoch FROM n.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n.tenant_id::text || n.no), 1, 3) || '8' || substr(md5(n.tenant_id::text || n.no), 4, 15))::uuid AS id,
      (lpad(to_hex((extract(epoch FROM n.at) * 1000)::bigint + 1), 12, '0') || '7' || substr(md5(n.no || n.tenant_id::text), 1, 3) || '8' || substr(md5(n.no || n.tenant_id::text), 4, 15))::uuid AS revision_id,
      t.title || '（' || n.no || '）' AS title,
      p1.words || E'\\n' || p2.words || E'\\n' || p3.words AS words,
      left(p1.words, 90) AS summary,
      jsonb_build_object('type', 'doc', 'content', jsonb_build_array(p1.node, p2.node, p3.node)) AS body,
      (CASE WHEN n.work_state IS NOT NULL THEN 'unpublished' WHEN n.dice % 100 < 96 THEN 'live' WHEN n.dice % 100 < 98 THEN 'withdrawn' ELSE 'archived' END)::visibility AS visibility,
      CASE WHEN n.dice % 8 = 0 THEN pg_temp.synthetic_media(n.tenant_id, 2 * (n.dice % (n.media / 2))) END AS cover_id,
      CASE WHEN n.dice % 16 = 1 THEN pg_temp.synthetic_media(n.tenant_id, 2 * (n.dice % (n.media / 2)) + 1) END AS attachment_id
    FROM fated n
    JOIN stock_title t ON t.id = n.dice % $8
    JOIN stock_paragraph p1 ON p1.id = (n.dice / 3) % $9
    JOIN stock_paragraph p2 ON p2.id = (n.dice / 31) % $9
    JOIN stock_paragraph p3 ON p3.id = (n.dice / 1009) % $9
  ),
  article_rows AS (
    INSERT INTO article (tenant_id, id, no, column_id, visibility, work_state, live_revision_id, working_revision_id, title,
      scheduled_at, failure_reason, published_at, revised_at, event_at, withdrawn_at, submitted_by_id, submitted_at,
      created_by_id, work_state_since, created_at, updated_at)
    SELECT tenant_id, id, no::int, column_id, visibility, work_state,
      CASE WHEN work_state IS NULL THEN revision_id END, CASE WHEN work_state IS NOT NULL THEN revision_id END, title,
      CASE WHEN work_state = 'scheduled' THEN $7::timestamptz + interval '3 days' END,
      CASE WHEN work_state = 'failed' THEN 'branchNotOpen' END,
      CASE WHEN work_state IS NULL THEN at END, CASE WHEN work_state IS NULL THEN at END,
      CASE WHEN work_state IS NULL THEN at - interval '20 hours' END,
      CASE WHEN visibility = 'withdrawn' THEN at + interval '3 days' END,
      CASE WHEN work_state <> 'draft' THEN author_id END, CASE WHEN work_state <> 'draft' THEN at END,
      author_id, at, at - interval '2 hours', at
    FROM written
  ),
  shown AS (
    INSERT INTO revision_media (tenant_id, revision_id, media_id, use, position)
    SELECT tenant_id, revision_id, cover_id, 'cover'::media_use, 0 FROM written WHERE cover_id IS NOT NULL
    UNION ALL
    SELECT tenant_id, revision_id, attachment_id, 'attachment'::media_use, 0 FROM written WHERE attachment_id IS NOT NULL
  )
  INSERT INTO revision (tenant_id, id, article_id, number, column_id, title, summary, source, author, event_at, cover_id, body,
    body_text, content_hash, sealed_at, created_by_id, created_by_name, created_at, saved_at)
  SELECT tenant_id, revision_id, id, 1, column_id, title, summary, '合成数据', author_name, at - interval '20 hours', cover_id, body,
    words, encode(sha256(convert_to(title || words, 'UTF8')), 'hex'), CASE WHEN work_state IS DISTINCT FROM 'draft' THEN at END,
    author_id, author_name, at - interval '2 hours', at
  FROM written`;

export type InsertSettings = { now: Date; stock: TextStock };

/** Writes one statement's articles and returns how many. The connection has stock and media laid out, and the office role. */
export async function insertArticles(
  client: pg.ClientBase,
  stretches: readonly Stretch[],
  settings: InsertSettings,
): Promise<number> {
  const authors = stretches.map(({ branch }) => personWith(branch, "webmaster"));
  const { rowCount } = await client.query(statement, [
    stretches.map(({ branch }) => branch.tenantId),
    authors.map(({ id }) => id),
    authors.map(({ displayName }) => displayName),
    stretches.map(({ branch }) => branch.columnIds.join(",")),
    stretches.map(({ from }) => from),
    stretches.map(({ to }) => to),
    settings.now,
    settings.stock.titles.length,
    settings.stock.paragraphs.length,
    stretches.map(({ branch }) => branch.articles),
    stretches.map(({ branch }) => mediaShare(branch)),
  ]);
  return rowCount ?? 0;
}
