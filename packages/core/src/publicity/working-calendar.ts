import type { Tx } from "@zhibu/db/scope";
import type { WorkingCalendar } from "@zhibu/domain/publicity/working-calendar";
import { dayOf } from "../kernel/day-of.ts";

/** The years whose arrangement the office has confirmed. */
export async function workingCalendar(tx: Tx): Promise<WorkingCalendar> {
  const years = await tx.calendarYear.findMany();
  return new Map(
    years.map(({ year, daysOff, swappedIn }) => [
      year,
      { daysOff: new Set(daysOff.map(dayOf)), swappedIn: new Set(swappedIn.map(dayOf)) },
    ]),
  );
}
