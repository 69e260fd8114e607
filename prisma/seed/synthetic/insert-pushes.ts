import type pg from "pg";
import type { SyntheticBranch } from "./synthetic-branches.ts";

const pushesMax = 300;

const pushes = `
  INSERT INTO push (id, origin_tenant_id, origin_article_id, origin_no, mode, column_key, title, created_by_id, created_by_name, created_at)
  SELECT (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, a.tenant_id, a.id, a.no,
    (ARRAY['required', 'required', 'optional', 'draft'])[1 + a.no % 4]::push_mode, 'education.documents', a.title, a.created_by_id, '合成数据',
    a.published_at + interval '1 hour'
  FROM article a CROSS JOIN LATERAL md5('push' || a.id) AS h
  WHERE a.tenant_id = $1 AND a.visibility = 'live' ORDER BY a.no DESC LIMIT ${pushesMax}
  RETURNING id, origin_no`;

/** What became of each push in each branch: shown nine times in ten, as the article of the same number; the others wait or declined. */
const copies = `
  INSERT INTO push_copy (tenant_id, id, push_id, state, article_id, reason, shown_at, changed_at, decided_by_name)
  SELECT t.tenant_id, (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, p.id,
    (CASE WHEN a.id IS NULL OR fate = 0 THEN 'waiting' WHEN fate = 1 THEN 'declined' ELSE 'shown' END)::copy_state,
    CASE WHEN fate > 1 THEN a.id END, CASE WHEN fate = 1 THEN '本支部已有相同内容' ELSE '' END,
    CASE WHEN fate > 1 THEN p.created_at + interval '2 seconds' END, p.created_at + interval '2 seconds', ''
  FROM push p CROSS JOIN unnest($2::uuid[]) AS t (tenant_id)
  CROSS JOIN LATERAL md5(p.id::text || t.tenant_id) AS h
  CROSS JOIN LATERAL (SELECT abs(hashtext(h)::bigint) % 20 AS fate) f
  LEFT JOIN article a ON a.tenant_id = t.tenant_id AND a.no = p.origin_no
  WHERE p.origin_tenant_id = $1
  ON CONFLICT DO NOTHING`;

/** Sends what the first of these branches published to the others. */
export async function insertPushes(client: pg.ClientBase, branches: readonly SyntheticBranch[]): Promise<void> {
  const [origin, ...others] = branches;
  if (!origin) return;
  await client.query(pushes, [origin.tenantId]);
  await client.query(copies, [origin.tenantId, others.map(({ tenantId }) => tenantId)]);
}

const nominations = `
  INSERT INTO nomination (tenant_id, id, article_id, state, note, proposed_by_id, proposed_by_name, proposed_at, decided_at, featured_at)
  SELECT a.tenant_id, (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, a.id,
    (CASE WHEN a.no % 100 = 0 THEN 'featured' WHEN a.no % 500 = 50 THEN 'proposed' ELSE 'declined' END)::nomination_state, '',
    a.created_by_id, '合成数据', a.published_at + interval '1 day',
    CASE WHEN a.no % 500 <> 50 THEN a.published_at + interval '2 days' END, CASE WHEN a.no % 100 = 0 THEN a.published_at + interval '2 days' END
  FROM article a CROSS JOIN LATERAL md5('nomination' || a.id) AS h
  WHERE a.tenant_id = ANY ($1::uuid[]) AND a.visibility = 'live' AND a.no % 50 IN (0, 17)`;

const corrections = `
  INSERT INTO correction_task (tenant_id, id, article_id, cause_type, cause_id, cause_name, old_text, new_text, excerpt, occurrences, state, created_at, closed_at)
  SELECT a.tenant_id, (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, a.id, 'fact', $2::uuid, '党员总数',
    '1,286', '1,301', '全院党员1,286人', 1, (CASE WHEN a.no % 300 = 7 THEN 'open' ELSE 'done' END)::correction_state, a.published_at,
    CASE WHEN a.no % 300 = 7 THEN NULL ELSE a.published_at END
  FROM article a CROSS JOIN LATERAL md5('correction' || a.id) AS h
  WHERE a.tenant_id = ANY ($1::uuid[]) AND a.visibility = 'live' AND a.no % 100 = 7`;

const causeId = "01939d5c-0000-7000-8000-00000000fac7";

/** What the branches proposed for the portal, and what they were asked to correct. */
export async function insertDutiesOf(client: pg.ClientBase, branches: readonly SyntheticBranch[]): Promise<void> {
  const tenants = branches.map(({ tenantId }) => tenantId);
  await client.query(nominations, [tenants]);
  await client.query(corrections, [tenants, causeId]);
}
