import { Prisma } from "@zhibu/db/generated/client";
import { monthlyItemsDue } from "@zhibu/domain/articles/revision-rules";
import { startOfShanghaiMonth } from "@zhibu/domain/kernel/shanghai-time";
import { correctionDaysMax, reviewHoursMax } from "@zhibu/domain/tenancy/branch-filters";

const hourMs = 3_600_000;

/** What a branch owes and when something is overdue, for screens. */
export const branchRules = { monthlyItemsDue, reviewHoursMax, correctionDaysMax };

/** From when on (or until when) something counts, as of `now`. */
function countingTimes(now: Date) {
  return {
    monthBegan: startOfShanghaiMonth(now),
    reviewsBefore: new Date(now.getTime() - reviewHoursMax * hourMs),
    correctionsBefore: new Date(now.getTime() - correctionDaysMax * 24 * hourMs),
  };
}

/** What is counted, each by the very condition of an index that holds just these rows, whose states no parameter could name. */
function countedRows(now: Date) {
  const { monthBegan, reviewsBefore, correctionsBefore } = countingTimes(now);
  const article = Prisma.sql`article`;
  const inReview = Prisma.sql`work_state = 'in_review'`;
  return {
    // What the office pushed is no work of the branch.
    monthItems: {
      table: article,
      holds: Prisma.sql`visibility = 'live' AND linked_push_id IS NULL AND published_at >= ${monthBegan}`,
    },
    waiting: { table: article, holds: inReview },
    overdueReviews: { table: article, holds: Prisma.sql`${inReview} AND work_state_since < ${reviewsBefore}` },
    failed: { table: article, holds: Prisma.sql`work_state = 'failed'` },
    overdueCorrections: {
      table: Prisma.sql`correction_task`,
      holds: Prisma.sql`state = 'open' AND created_at < ${correctionsBefore}`,
    },
  };
}

type CountedRows = ReturnType<typeof countedRows>;

/**
 * What is counted of the branch `b` of an outer query: a look into an index for each. Few rows are in work, so that even a
 * look for each of a thousand branches costs two milliseconds; the month's items are many (`branchesByMonthItems`).
 */
export function branchCounts(now: Date) {
  const rows = countedRows(now);
  const from = ({ table, holds }: CountedRows[keyof CountedRows]) =>
    Prisma.sql`FROM ${table} WHERE tenant_id = b.id AND ${holds}`;
  const count = (counted: CountedRows[keyof CountedRows]) => Prisma.sql`(SELECT count(*)::int ${from(counted)})`;
  const exists = (counted: CountedRows[keyof CountedRows]) => Prisma.sql`EXISTS (SELECT ${from(counted)})`;
  const counts = {
    monthItems: count(rows.monthItems),
    waiting: count(rows.waiting),
    overdueReviews: count(rows.overdueReviews),
    failed: count(rows.failed),
    overdueCorrections: count(rows.overdueCorrections),
  };
  return {
    ...counts,
    overdue: Prisma.sql`(${counts.overdueReviews} + ${counts.failed} + ${counts.overdueCorrections})`,
    hasOverdue: Prisma.sql`(${exists(rows.overdueReviews)} OR ${exists(rows.failed)} OR ${exists(rows.overdueCorrections)})`,
  };
}

/**
 * The branches that meet `chosen`, each as `id` with its items of the month as `value`: one reading of the month in the
 * portal's index for all of them. Rows are put under each other, not joined: of an enum the planner knows nothing under
 * row-level security, and would go through all of them once for each branch.
 */
export function branchesByMonthItems(chosen: Prisma.Sql, now: Date): Prisma.Sql {
  const { table, holds } = countedRows(now).monthItems;
  return Prisma.sql`
    SELECT id, sum(items)::int AS value FROM (
      SELECT b.id, 0 AS items, true AS chosen FROM branch b WHERE ${chosen}
      UNION ALL SELECT tenant_id, 1, false FROM ${table} WHERE ${holds}
    ) tallied
    GROUP BY id HAVING bool_or(chosen)`;
}
