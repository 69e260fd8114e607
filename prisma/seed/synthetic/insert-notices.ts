import type pg from "pg";
import type { SyntheticBranch } from "./synthetic-branches.ts";

const perPerson = 60;
/** Who looks over all branches is told of all: far enough for a thousand pages of a list. */
const perOfficePerson = 25_000;
const unread = 5;

const statement = `
  INSERT INTO notification (id, user_id, branch_id, kind, params, path, occasion, created_at, read_at)
  SELECT (substr(h, 1, 12) || '7' || substr(h, 13, 3) || '8' || substr(h, 16, 15))::uuid, user_id, branch_id, 'article.submitted',
    jsonb_build_object('title', '合成数据第' || n || '篇', 'actor', '合成数据'), '/:branch/articles', 'synthetic:' || branch_id || ':' || n,
    $4::timestamptz - make_interval(mins => 7 * n), CASE WHEN n > ${unread} THEN $4::timestamptz - make_interval(mins => n) END
  FROM unnest($1::uuid[], $2::uuid[]) AS p (user_id, branch_id)
  CROSS JOIN LATERAL generate_series(1, $3::int) AS n
  CROSS JOIN LATERAL md5(user_id::text || branch_id || n) AS h
  ON CONFLICT DO NOTHING`;

/** What people were told of lately, most of it read: those of the branches, and the office's. */
export async function insertNotices(
  client: pg.ClientBase,
  branches: readonly SyntheticBranch[],
  now: Date,
): Promise<void> {
  const told = branches.flatMap(({ tenantId, people }) => people.map(({ id }) => ({ userId: id, tenantId })));
  await client.query(statement, [
    told.map(({ userId }) => userId),
    told.map(({ tenantId }) => tenantId),
    perPerson,
    now,
  ]);
  const { rows: office } = await client.query<{ user_id: string }>(
    "SELECT user_id FROM college_role r JOIN app_user u ON u.id = r.user_id WHERE r.role = 'office' AND u.login_name = 'office.synthetic'",
  );
  const ids = office.map((row) => row.user_id);
  const each = Math.min(perOfficePerson, branches.length * perPerson);
  await client.query(statement, [ids, ids.map(() => branches[0]?.tenantId), each, now]);
}
