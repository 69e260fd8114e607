import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { SetCalendarYearInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertArrangement } from "@zhibu/domain/publicity/working-calendar";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { appendAudits } from "../audit/append-audits.ts";
import { auditOffice } from "../audit/audit-college.ts";
import { bumpSites } from "../kernel/bump-site-version.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { dateOf } from "../kernel/day-of.ts";
import { enqueueAllAt } from "../kernel/queue.ts";
import { notifyAll } from "../notifications/notify.ts";
import { whoCanIn } from "../notifications/who-can.ts";
import { findCalendarMoves, type CalendarMove } from "./calendar-moves.ts";
import { endPublicityJob } from "./publicity-job-names.ts";
import { periodChanges } from "./show-text.ts";
import { workingCalendar } from "./working-calendar.ts";

/**
 * The office confirms or corrects the working days of a year. Running lists whose period reaches it are computed again
 * in the same transaction; none is shortened. Returns how many were moved.
 */
export async function setCalendarYear(ctx: OfficeContext, input: SetCalendarYearInput): Promise<{ moved: number }> {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  assertArrangement(input.year, input.daysOff, input.swappedIn);
  return withOffice(async (tx) => {
    await lockCalendar(tx);
    await writeYear(tx, ctx, input);
    const moved = await moveRunning(tx, ctx, input.year);
    const { year, daysOff, swappedIn, source } = input;
    const change = { year, daysOff, swappedIn, source, lists: moved.length };
    await auditOffice(tx, ctx, "calendar.set", { type: "calendar", id: collegeSubject }, change);
    const tenantIds = new Set(moved.map(({ list }) => list.tenantId));
    if (tenantIds.size > 0) await bumpSites(tx, [...tenantIds], { removal: false });
    return { moved: moved.length };
  });
}

/** A year has no id of its own. */
const collegeSubject = "00000000-0000-7000-8000-000000000000";

/** One year at a time: whoever computes periods sees every year that was set before. */
async function lockCalendar(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('calendar', 0))::text`;
}

async function writeYear(tx: Tx, ctx: OfficeContext, input: SetCalendarYearInput): Promise<void> {
  const { year, version, daysOff, swappedIn, source } = input;
  const data = {
    daysOff: daysOff.map(dateOf),
    swappedIn: swappedIn.map(dateOf),
    source,
    updatedByName: ctx.actor.displayName,
  };
  const { count } = await tx.calendarYear.updateMany({
    where: { year, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 1) return;
  if (await tx.calendarYear.findUnique({ where: { year } })) throw new AppError("CONFLICT", "changedMeanwhile");
  // Version 0 is what a screen says that found no such year: two of them at once, and one is told.
  await tx.calendarYear.create({ data: { year, ...data, version: 1 } });
}

/** However many lists it moves, it takes the same few statements. */
async function moveRunning(tx: Tx, ctx: OfficeContext, year: number): Promise<CalendarMove[]> {
  const found = await findCalendarMoves(tx, ctx.now(), year, await workingCalendar(tx));
  const moved = await writePeriods(tx, found, ctx.now());
  await enqueueAllAt(
    tx,
    endPublicityJob,
    moved.map(({ list, period }) => ({
      // Tenant ids from the rows themselves: the office acts for every branch.
      data: { tenantId: list.tenantId as TenantId, publicityId: list.id },
      startAfter: period.endsAt,
    })),
  );
  await appendAudits(
    tx,
    moved.map((move) => recordOf(ctx, year, move)),
  );
  await tellBranches(tx, ctx, moved);
  return moved;
}

/** Returns what was written: a list that has ended or been withdrawn meanwhile is left alone. */
async function writePeriods(tx: Tx, moves: readonly CalendarMove[], now: Date): Promise<CalendarMove[]> {
  if (moves.length === 0) return [];
  const written = await tx.$queryRaw<{ id: string }[]>`
    UPDATE publicity_list l SET last_day = v.last_day, ends_at = v.ends_at, provisional = v.provisional,
      version = l.version + 1, updated_at = ${now}
    FROM unnest(${moves.map(({ list }) => list.tenantId)}::uuid[], ${moves.map(({ list }) => list.id)}::uuid[],
      ${moves.map(({ period }) => period.lastDay)}::date[], ${moves.map(({ period }) => period.endsAt)}::timestamptz[],
      ${moves.map(({ period }) => period.provisional)}::boolean[]) AS v (tenant_id, id, last_day, ends_at, provisional)
    WHERE l.tenant_id = v.tenant_id AND l.id = v.id AND l.state = 'running'
    RETURNING l.id`;
  const ids = new Set(written.map(({ id }) => id));
  await tx.$queryRaw`
    UPDATE publicity_text t SET ends_at = l.ends_at FROM publicity_list l
    WHERE l.id = ANY (${[...ids]}::uuid[]) AND t.tenant_id = l.tenant_id AND t.id = l.text_id RETURNING t.id`;
  return moves.filter(({ list }) => ids.has(list.id));
}

function recordOf(ctx: OfficeContext, year: number, { list, before, period }: CalendarMove) {
  return {
    tenantId: list.tenantId,
    action: "publicity.recompute",
    subjectType: "publicity",
    subjectId: list.id,
    actorId: ctx.actor.userId,
    actorName: ctx.actor.displayName,
    changes: { no: list.no, before, year, ...periodChanges(period) },
    at: ctx.now(),
  };
}

/** Whoever prepares and signs a branch's lists learns of an end that is another than the one announced. */
async function tellBranches(tx: Tx, ctx: OfficeContext, moves: readonly CalendarMove[]): Promise<void> {
  const later = moves.filter(({ before, period }) => period.lastDay !== before);
  const tenantIds = later.map(({ list }) => list.tenantId);
  const people = await whoCanIn(tx, tenantIds, "publicity:prepare", shanghaiDay(ctx.now()));
  await notifyAll(
    tx,
    later.map(({ list, period }) => ({
      branchId: list.tenantId,
      userIds: people.get(list.tenantId) ?? [],
      by: ctx.actor.userId,
      kind: "publicity.moved" as const,
      params: { title: list.title, day: period.lastDay },
      path: `/:branch/publicity/${list.id}`,
      occasion: `publicity.moved:${list.id}:${list.version}`,
      now: ctx.now(),
    })),
  );
}
