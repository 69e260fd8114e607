import { withOffice } from "@zhibu/db/scope";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { dayOf } from "../kernel/day-of.ts";

/** The years whose arrangement is confirmed, newest first. */
export async function listCalendarYears(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  return withOffice(async (tx) => {
    const years = await tx.calendarYear.findMany({ orderBy: { year: "desc" } });
    return years.map(({ daysOff, swappedIn, ...year }) => ({
      ...year,
      daysOff: daysOff.map(dayOf),
      swappedIn: swappedIn.map(dayOf),
    }));
  });
}
