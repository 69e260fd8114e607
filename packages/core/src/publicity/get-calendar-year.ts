import { withOffice } from "@zhibu/db/scope";
import { announcedSource } from "@zhibu/domain/publicity/default-templates";
import type { CalendarYearInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { dayOf } from "../kernel/day-of.ts";
import { announcedYear } from "./announced-years.ts";
import { reaching } from "./calendar-moves.ts";
import { stateOfYear } from "./list-calendar-years.ts";

/** A year's arrangement as the college has it (none in a year that is missing), and as the maintained source has it. */
export async function getCalendarYear(ctx: OfficeContext, { year }: CalendarYearInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  const announced = announcedYear(year);
  return withOffice(async (tx) => {
    const row = await tx.calendarYear.findUnique({ where: { year } });
    return {
      year,
      state: stateOfYear(row),
      version: row?.version ?? 0,
      daysOff: row?.daysOff.map(dayOf) ?? [],
      swappedIn: row?.swappedIn.map(dayOf) ?? [],
      source: row?.source ?? "",
      updatedByName: row?.updatedByName ?? "",
      updatedAt: row?.updatedAt ?? null,
      announced: announced && {
        daysOff: [...announced.daysOff],
        swappedIn: [...announced.swappedIn],
        source: announcedSource,
      },
      running: await tx.publicityList.count({ where: reaching(year, ctx.now()) }),
    };
  });
}
