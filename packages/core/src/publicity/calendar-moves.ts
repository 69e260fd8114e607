import type { Tx } from "@zhibu/db/scope";
import { recomputedPeriod, type NoticePeriod } from "@zhibu/domain/publicity/notice-period";
import { publicityTemplateSchema } from "@zhibu/domain/publicity/publicity-template";
import type { WorkingCalendar } from "@zhibu/domain/publicity/working-calendar";
import { dateOf, dayOf } from "../kernel/day-of.ts";

/** Running lists of all branches whose period reaches the year. */
export function reaching(year: number, now: Date) {
  return { state: "running", endsAt: { gt: now }, lastDay: { gte: dateOf(`${year}-01-01`) } } as const;
}

async function readReaching(tx: Tx, now: Date, year: number) {
  return tx.publicityList.findMany({
    where: reaching(year, now),
    orderBy: [{ tenantId: "asc" }, { id: "asc" }],
    select: {
      tenantId: true,
      id: true,
      no: true,
      version: true,
      title: true,
      textId: true,
      startsAt: true,
      lastDay: true,
      provisional: true,
      branch: { select: { slug: true, name: true } },
      templateVersion: { select: { definition: true } },
    },
  });
}

/** A list whose period a calendar changes: its last day until now, and the period it gets. */
export type CalendarMove = {
  list: Awaited<ReturnType<typeof readReaching>>[number];
  before: string;
  period: NoticePeriod;
};

/** What the calendar changes of the lists that run and reach the year; none of them gets shorter. */
export async function findCalendarMoves(
  tx: Tx,
  now: Date,
  year: number,
  calendar: WorkingCalendar,
): Promise<CalendarMove[]> {
  const lists = await readReaching(tx, now, year);
  return lists.flatMap((list) => {
    const { startsAt, lastDay } = list;
    if (startsAt === null || lastDay === null) return [];
    const before = dayOf(lastDay);
    const { workingDaysMin } = publicityTemplateSchema.parse(list.templateVersion.definition);
    const period = recomputedPeriod({ startsAt, lastDay: before }, workingDaysMin, calendar);
    return period.lastDay === before && period.provisional === list.provisional ? [] : [{ list, before, period }];
  });
}
