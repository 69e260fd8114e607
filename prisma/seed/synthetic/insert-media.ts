import type pg from "pg";
import { personWith, type SyntheticBranch } from "./synthetic-branches.ts";

const perArticle = 0.1;
const leastInABranch = 20;

/** How many files a branch's library gets: an even number, for pictures and attachments take turns. */
export function mediaShare({ articles }: SyntheticBranch): number {
  return Math.max(leastInABranch, 2 * Math.round((articles * perArticle) / 2));
}

/** The id of a branch's n-th file, so that texts can show it without asking; gone with the connection. */
const idFunction = `
  CREATE FUNCTION pg_temp.synthetic_media(tenant uuid, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT (substr(md5(tenant::text || '/media/' || n), 1, 12) || '7' || substr(md5(tenant::text || '/media/' || n), 13, 3)
    || '8' || substr(md5(tenant::text || '/media/' || n), 16, 15))::uuid $$`;

/** Rows without files behind them: lists and pages are measured with them, pictures stay blank; attachments count as read. */
const statement = `
  WITH files AS (INSERT INTO media (tenant_id, id, kind, name, mime, ext, bytes, width, height, widths, sha256, alt, source, created_by_id,
    created_by_name, created_at)
  SELECT s.tenant_id, pg_temp.synthetic_media(s.tenant_id, n),
    (CASE n % 2 WHEN 0 THEN 'picture' ELSE 'attachment' END)::media_kind,
    CASE n % 2 WHEN 0 THEN '活动照片' || n || '.jpg' ELSE '学习材料' || n || '.pdf' END,
    CASE n % 2 WHEN 0 THEN 'image/webp' ELSE 'application/pdf' END, CASE n % 2 WHEN 0 THEN 'jpg' ELSE 'pdf' END,
    40000 + (n * 7919) % 900000,
    CASE n % 2 WHEN 0 THEN 1600 END, CASE n % 2 WHEN 0 THEN 1067 END, CASE n % 2 WHEN 0 THEN '{480,960,1600}'::int[] ELSE '{}' END,
    encode(sha256(convert_to(s.tenant_id::text || n, 'UTF8')), 'hex'), CASE n % 2 WHEN 0 THEN '合成数据的活动照片' ELSE '' END,
    '合成数据', s.person_id, s.person_name, $5::timestamptz - make_interval(secs => 94608000.0 * (1 - n::float8 / s.total) + 900)
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) AS s (tenant_id, person_id, person_name, total)
  CROSS JOIN LATERAL generate_series(0, s.total - 1) AS n
  RETURNING tenant_id, id, kind, created_at)
  INSERT INTO media_reading (tenant_id, media_id, state, findings, finding_count, read_at)
  SELECT tenant_id, id, 'read', '[]', 0, created_at FROM files WHERE kind = 'attachment'`;

/** Fills the branches' libraries; articles that show something come after. */
export async function insertMedia(
  client: pg.ClientBase,
  branches: readonly SyntheticBranch[],
  now: Date,
): Promise<void> {
  await client.query(idFunction);
  const people = branches.map((branch) => personWith(branch, "webmaster"));
  await client.query(statement, [
    branches.map(({ tenantId }) => tenantId),
    people.map(({ id }) => id),
    people.map(({ displayName }) => displayName),
    branches.map(mediaShare),
    now,
  ]);
}
