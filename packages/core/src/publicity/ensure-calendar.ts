import type { Tx } from "@zhibu/db/scope";
import { announcedSource } from "@zhibu/domain/publicity/default-templates";
import { dateOf } from "../kernel/day-of.ts";
import { announcedYear } from "./announced-years.ts";

/**
 * Takes the announced arrangements of these years in where the college has none yet, in the caller's office transaction;
 * returns the years it added. A year the office saved is left as it is, also one it saves at this very moment.
 */
export async function ensureCalendar(tx: Tx, years: readonly number[]): Promise<number[]> {
  const added: number[] = [];
  for (const year of years) {
    const announced = announcedYear(year);
    if (!announced) continue;
    const { count } = await tx.calendarYear.createMany({
      data: {
        year,
        daysOff: [...announced.daysOff].map(dateOf),
        swappedIn: [...announced.swappedIn].map(dateOf),
        source: announcedSource,
        updatedByName: "",
      },
      skipDuplicates: true,
    });
    if (count === 1) added.push(year);
  }
  return added;
}
