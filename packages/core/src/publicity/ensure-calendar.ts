import type { Tx } from "@zhibu/db/scope";
import { announcedSource } from "@zhibu/domain/publicity/default-templates";
import { dateOf } from "../kernel/day-of.ts";
import { announcedYear } from "./announced-years.ts";

/** Takes the announced arrangements of these years in where the college has none yet; in the caller's office transaction. */
export async function ensureCalendar(tx: Tx, years: readonly number[]): Promise<void> {
  for (const year of years) {
    const announced = announcedYear(year);
    if (!announced || (await tx.calendarYear.findUnique({ where: { year }, select: { year: true } }))) continue;
    await tx.calendarYear.create({
      data: {
        year,
        daysOff: [...announced.daysOff].map(dateOf),
        swappedIn: [...announced.swappedIn].map(dateOf),
        source: announcedSource,
        updatedByName: "",
      },
    });
  }
}
