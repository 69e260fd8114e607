import type pg from "pg";
import { ensurePublicityTemplates } from "@zhibu/core/publicity/ensure-templates";
import { withOffice } from "@zhibu/db/scope";
import type { SyntheticBranch } from "./synthetic-branches.ts";

/** Four a year for ten years. */
const listsEach = 40;

/** Lists that are over and stated: names were in none of them. The address of each is its number. */
const lists = `
  INSERT INTO publicity_list (tenant_id, id, no, template_version_id, state, title, starts_at, planned_start_at, last_day, ends_at,
    ended_at, state_since, statement, stated_at, stated_by_name, created_by_id, created_by_name, updated_at)
  SELECT b.id, (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, no, $2::uuid, 'stated',
    '第' || no || '批拟表彰人员公示', ends - interval '7 days', ends - interval '7 days', (ends - interval '1 day')::date, ends,
    ends, ends, '公示期间未收到异议。', ends + interval '1 day', '合成数据', $3::uuid, '合成数据', ends
  FROM branch b CROSS JOIN generate_series(1, ${listsEach}) AS no
  CROSS JOIN LATERAL md5('publicity' || b.id || no) AS h
  CROSS JOIN LATERAL (SELECT date_trunc('day', $4::timestamptz) - (${listsEach} + 1 - no) * interval '90 days' AS ends) AS t
  WHERE b.id = ANY ($1::uuid[])`;

/** One list in four was objected to, and all of it is decided. Their words are nobody's: nothing opens them. */
const objections = `
  INSERT INTO objection (tenant_id, id, list_id, receipt_hash, state, named, sealed, received_at, decided_at, told_at)
  SELECT l.tenant_id, (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, l.id, h, 'not_upheld', false, '',
    l.starts_at + interval '1 day', l.ends_at, l.starts_at + interval '1 day'
  FROM publicity_list l CROSS JOIN LATERAL md5('objection' || l.id) AS h
  WHERE l.tenant_id = ANY ($1::uuid[]) AND l.no % 4 = 0`;

/** Publicity lists of the past, some of them objected to. */
export async function insertPublicity(
  client: pg.ClientBase,
  branches: readonly SyntheticBranch[],
  now: Date,
): Promise<void> {
  const templateVersionId = await withOffice(async (tx) => {
    await ensurePublicityTemplates(tx);
    const { id } = await tx.publicityTemplateVersion.findFirstOrThrow({ where: { template: { key: "awards" } } });
    return id;
  });
  const tenants = branches.map(({ tenantId }) => tenantId);
  const writer = branches[0]?.people[0]?.id;
  if (writer === undefined) return;
  await client.query(lists, [tenants, templateVersionId, writer, now]);
  await client.query(objections, [tenants]);
  await client.query("UPDATE branch SET publicity_seq = $2 WHERE id = ANY ($1::uuid[])", [tenants, listsEach]);
}
