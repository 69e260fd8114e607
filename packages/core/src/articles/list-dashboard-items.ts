import type { WorkState } from "@zhibu/db/generated/enums";
import type { Tx } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { BranchContext } from "../kernel/context.ts";

const recentMax = 6;
const waitingMax = 50;

type Row = {
  part: "recent" | "waiting";
  id: string;
  no: number;
  title: string;
  columnName: string;
  workState: WorkState | null;
  workStateSince: Date;
  scheduledAt: Date | null;
  publishedAt: Date | null;
  eventAt: Date | null;
  /** Who wrote the text in work. */
  writer: string;
};

/** What readers saw last, and everything between desk and readers with the people whose turn it is. */
export async function listDashboardItems(tx: Tx, ctx: BranchContext) {
  const rows = await readItems(tx, ctx);
  const turnOf = await readTurns(tx, ctx);
  return {
    recent: rows
      .filter(({ part }) => part === "recent")
      .map(({ id, no, title, publishedAt, eventAt, columnName }) => ({
        ...{ id, no, title, publishedAt, eventAt },
        column: { name: columnName },
      })),
    waiting: rows
      .filter(({ part }) => part === "waiting")
      .map(({ id, title, workState, workStateSince, scheduledAt, writer }) => ({
        ...{ id, title, workState, workStateSince, scheduledAt },
        waitsFor: workState === "returned" ? [writer] : (turnOf[workState ?? ""] ?? []),
      })),
  };
}

/** One statement for both, its states in words: partial indexes hold them. */
function readItems(tx: Tx, { tenantId }: BranchContext): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    (SELECT 'recent' AS part, a.id, a.no, a.title, c.name AS "columnName", NULL AS "workState",
        a.work_state_since AS "workStateSince", NULL::timestamptz AS "scheduledAt", a.published_at AS "publishedAt",
        a.event_at AS "eventAt", '' AS writer
      FROM article a JOIN site_column c ON c.tenant_id = a.tenant_id AND c.id = a.column_id
      WHERE a.tenant_id = ${tenantId}::uuid AND a.visibility = 'live'
      ORDER BY a.published_at DESC, a.id DESC LIMIT ${recentMax})
    UNION ALL
    (SELECT 'waiting', a.id, a.no, a.title, '', a.work_state::text, a.work_state_since, a.scheduled_at, NULL, NULL,
        coalesce(r.created_by_name, '')
      FROM article a LEFT JOIN revision r ON r.tenant_id = a.tenant_id AND r.id = a.working_revision_id
      WHERE a.tenant_id = ${tenantId}::uuid AND a.visibility <> 'archived'
        AND a.work_state IN ('handed_in', 'in_review', 'returned', 'approved', 'scheduled', 'failed')
      ORDER BY a.work_state_since, a.id LIMIT ${waitingMax})`;
}

/** Whose turn it is in which state. */
async function readTurns(tx: Tx, ctx: BranchContext): Promise<Readonly<Record<string, readonly string[]>>> {
  const staff = await tx.$queryRaw<{ role: string; name: string }[]>`
    SELECT r.role::text AS role, u.display_name AS name FROM branch_role r JOIN app_user u ON u.id = r.user_id
    WHERE r.tenant_id = ${ctx.tenantId}::uuid AND r.role IN ('secretary', 'webmaster')
      AND r.starts_on <= ${shanghaiDay(ctx.now())}::date AND (r.ends_on IS NULL OR r.ends_on >= ${shanghaiDay(ctx.now())}::date)
    ORDER BY r.starts_on, r.id`;
  const named = (role: string) => staff.filter((held) => held.role === role).map(({ name }) => name);
  const [webmasters, secretaries] = [named("webmaster"), named("secretary")];
  return { handed_in: webmasters, in_review: secretaries, approved: webmasters, failed: webmasters };
}
