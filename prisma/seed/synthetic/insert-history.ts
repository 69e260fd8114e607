import type pg from "pg";
import { auditHash, genesis, type AuditRecord } from "@zhibu/core/audit/audit-hash";
import { newId } from "@zhibu/db/new-id";
import { personWith, type SyntheticBranch } from "./synthetic-branches.ts";

/** Timelines are looked at one by one: the newest articles of each branch have theirs. */
const timelinesPerBranch = 200;

const timeline = `
  INSERT INTO workflow_event (tenant_id, id, subject_type, subject_id, revision_id, action, from_state, to_state, actor_id, actor_name, at)
  SELECT a.tenant_id,
    (substr(md5(a.id || step.action), 1, 12) || '7' || substr(md5(a.id || step.action), 13, 3) || '8' || substr(md5(a.id || step.action), 16, 15))::uuid,
    'article', a.id, a.live_revision_id, step.action, step.from_state, step.to_state,
    CASE step.place WHEN 1 THEN s.secretary_id ELSE s.webmaster_id END,
    CASE step.place WHEN 1 THEN s.secretary_name ELSE s.webmaster_name END,
    a.published_at - make_interval(mins => 30 * (2 - step.place))
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[])
    AS s (tenant_id, webmaster_id, webmaster_name, secretary_id, secretary_name)
  CROSS JOIN LATERAL (
    SELECT * FROM article WHERE tenant_id = s.tenant_id AND visibility = 'live' ORDER BY published_at DESC LIMIT ${timelinesPerBranch}
  ) a
  CROSS JOIN (VALUES ('submit', 'draft', 'in_review', 0), ('approve', 'in_review', 'approved', 1), ('publish', 'approved', NULL, 2))
    AS step (action, from_state, to_state, place)`;

/** Who moved the newest articles of these branches, from where to where. */
export async function insertTimelines(client: pg.ClientBase, branches: readonly SyntheticBranch[]): Promise<void> {
  const webmasters = branches.map((branch) => personWith(branch, "webmaster"));
  const secretaries = branches.map((branch) => personWith(branch, "secretary"));
  await client.query(timeline, [
    branches.map(({ tenantId }) => tenantId),
    webmasters.map(({ id }) => id),
    webmasters.map(({ displayName }) => displayName),
    secretaries.map(({ id }) => id),
    secretaries.map(({ displayName }) => displayName),
  ]);
}

const trail = `
  INSERT INTO audit_entry (tenant_id, id, seq, action, subject_type, subject_id, actor_id, actor_name, changes, at, prev_hash, hash)
  SELECT $1, id, seq, 'article.create', 'article', subject_id, $2, $3, jsonb_build_object('no', seq), at, prev_hash, hash
  FROM unnest($4::uuid[], $5::int[], $6::uuid[], $7::timestamptz[], $8::text[], $9::text[])
    AS r (id, seq, subject_id, at, prev_hash, hash)`;

/** A trail of one entry an article, as long as the branch has articles, whose chain holds. Returns its length. */
export async function insertTrail(client: pg.ClientBase, branch: SyntheticBranch): Promise<number> {
  const { tenantId } = branch;
  const { id: actorId, displayName: actorName } = personWith(branch, "webmaster");
  const { rows } = await client.query<{ id: string; no: number; created_at: Date }>(
    "SELECT id, no, created_at FROM article WHERE tenant_id = $1 ORDER BY no",
    [tenantId],
  );
  let prevHash = genesis;
  const records = rows.map(({ id, no, created_at }): AuditRecord & { hash: string } => {
    const record: AuditRecord = {
      ...{ tenantId, seq: no, action: "article.create", subjectType: "article", subjectId: id },
      ...{ actorId, actorName, changes: { no }, at: created_at, prevHash },
    };
    prevHash = auditHash(record);
    return { ...record, hash: prevHash };
  });
  await client.query(trail, [
    ...[tenantId, actorId, actorName],
    records.map(() => newId()),
    records.map(({ seq }) => seq),
    records.map(({ subjectId }) => subjectId),
    records.map(({ at }) => at),
    records.map((record) => record.prevHash),
    records.map(({ hash }) => hash),
  ]);
  return records.length;
}
