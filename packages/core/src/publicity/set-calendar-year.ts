import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { SetCalendarYearInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertArrangement } from "@zhibu/domain/publicity/working-calendar";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../audit/audit-college.ts";
import { appendAudit } from "../audit/audit.ts";
import { bumpSites } from "../kernel/bump-site-version.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { dateOf } from "../kernel/day-of.ts";
import { enqueue } from "../kernel/queue.ts";
import { whoCan } from "../notifications/who-can.ts";
import { findCalendarMoves, type CalendarMove } from "./calendar-moves.ts";
import { endPublicityJob } from "./publicity-job-names.ts";
import { periodChanges, periodData } from "./show-text.ts";
import { tellOfPublicity } from "./tell-of-publicity.ts";
import { workingCalendar } from "./working-calendar.ts";

/**
 * The office confirms or corrects the working days of a year. Running lists whose period reaches it are computed again
 * in the same transaction; none is shortened. Returns how many were moved.
 */
export async function setCalendarYear(ctx: OfficeContext, input: SetCalendarYearInput): Promise<{ moved: number }> {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  assertArrangement(input.year, input.daysOff, input.swappedIn);
  return withOffice(async (tx) => {
    await writeYear(tx, ctx, input);
    const moved = await moveRunning(tx, ctx, input.year);
    await auditOffice(
      tx,
      ctx,
      "calendar.set",
      { type: "calendar", id: collegeSubject },
      {
        year: input.year,
        daysOff: input.daysOff,
        swappedIn: input.swappedIn,
        source: input.source,
        lists: moved,
      },
    );
    return { moved };
  });
}

/** A year has no id of its own. */
const collegeSubject = "00000000-0000-7000-8000-000000000000";

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

async function moveRunning(tx: Tx, ctx: OfficeContext, year: number): Promise<number> {
  const moves = await findCalendarMoves(tx, ctx.now(), year, await workingCalendar(tx));
  for (const move of moves) {
    await moveOne(tx, ctx, year, move);
    if (move.period.lastDay !== move.before) await tellBranch(tx, ctx, move);
  }
  const tenants = new Set(moves.map(({ list }) => list.tenantId));
  if (tenants.size > 0) await bumpSites(tx, [...tenants], { removal: false });
  return moves.length;
}

// Tenant ids from the rows themselves: the office acts for every branch.
const tenantOf = ({ list }: CalendarMove) => list.tenantId as TenantId;

async function moveOne(tx: Tx, ctx: OfficeContext, year: number, move: CalendarMove): Promise<void> {
  const { list, before, period } = move;
  const tenantId = tenantOf(move);
  await tx.publicityList.updateMany({
    where: { tenantId, id: list.id, state: "running" },
    data: { ...periodData(period), version: { increment: 1 } },
  });
  if (list.textId !== null)
    await tx.publicityText.update({
      where: { tenantId_id: { tenantId, id: list.textId } },
      data: { endsAt: period.endsAt },
    });
  await enqueue(tx, endPublicityJob, { tenantId, publicityId: list.id }, period.endsAt);
  await appendAudit(tx, {
    tenantId,
    action: "publicity.recompute",
    subjectType: "publicity",
    subjectId: list.id,
    actorId: ctx.actor.userId satisfies UserId,
    actorName: ctx.actor.displayName,
    changes: { no: list.no, before, year, ...periodChanges(period) },
    at: ctx.now(),
  });
}

/** Whoever prepares and signs the branch's lists learns of an end that is another than the one announced. */
async function tellBranch(tx: Tx, ctx: OfficeContext, move: CalendarMove): Promise<void> {
  const { userId, displayName, roles } = ctx.actor;
  const actor = { userId, displayName, roles: { branch: [], college: roles } };
  const branch = { tenantId: tenantOf(move), actor, now: ctx.now };
  await tellOfPublicity(tx, branch, move.list, {
    kind: "publicity.moved",
    userIds: await whoCan(tx, branch.tenantId, "publicity:prepare", shanghaiDay(ctx.now())),
    params: { title: move.list.title, day: move.period.lastDay },
  });
}
