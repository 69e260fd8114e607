import { withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { announcedSource } from "@zhibu/domain/publicity/default-templates";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { announcedYear } from "./announced-years.ts";

/** `supplied` came with the software and nobody has compared it yet. */
export type CalendarYearState = "confirmed" | "supplied" | "missing";

export function stateOfYear(year: { source: string; updatedByName: string } | null): CalendarYearState {
  if (year === null) return "missing";
  return year.updatedByName === "" && year.source === announcedSource ? "supplied" : "confirmed";
}

/** The years with an arrangement, this one and the next in any case, newest first; and how many lists wait for one. */
export async function listCalendarYears(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  const thisYear = Number(shanghaiDay(ctx.now()).slice(0, 4));
  return withOffice(async (tx) => {
    const known = new Map((await tx.calendarYear.findMany()).map((row) => [row.year, row]));
    const years = [...new Set([...known.keys(), thisYear, thisYear + 1])].toSorted((a, b) => b - a);
    const provisional = await tx.publicityList.count({
      where: { state: "running", provisional: true, endsAt: { gt: ctx.now() } },
    });
    return {
      thisYear,
      provisional,
      years: years.map((year) => {
        const row = known.get(year) ?? null;
        return {
          year,
          state: stateOfYear(row),
          daysOff: row?.daysOff.length ?? 0,
          swappedIn: row?.swappedIn.length ?? 0,
          source: row?.source ?? "",
          updatedByName: row?.updatedByName ?? "",
          updatedAt: row?.updatedAt ?? null,
          /** Whether the maintained source has it. */
          isAnnounced: announcedYear(year) !== null,
        };
      }),
    };
  });
}
