import { withOffice } from "@zhibu/db/scope";
import type { PreviewCalendarYearInput } from "@zhibu/domain/publicity/publicity-inputs";
import { assertArrangement } from "@zhibu/domain/publicity/working-calendar";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { findCalendarMoves } from "./calendar-moves.ts";
import { workingCalendar } from "./working-calendar.ts";

/** More are counted, not named. */
const listsNamedMax = 50;

/** What an arrangement would change of running lists, were it saved now; nothing is written. */
export async function previewCalendarYear(ctx: OfficeContext, input: PreviewCalendarYearInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  const { year, daysOff, swappedIn } = input;
  assertArrangement(year, daysOff, swappedIn);
  return withOffice(async (tx) => {
    const arranged = { daysOff: new Set(daysOff), swappedIn: new Set(swappedIn) };
    const calendar = new Map([...(await workingCalendar(tx)), [year, arranged]]);
    const moves = await findCalendarMoves(tx, ctx.now(), year, calendar);
    return {
      total: moves.length,
      lists: moves.slice(0, listsNamedMax).map(({ list, before, period }) => ({
        id: list.id,
        slug: list.branch.slug,
        branch: list.branch.name,
        title: list.title,
        before,
        after: period.lastDay,
        wasProvisional: list.provisional,
        provisional: period.provisional,
      })),
    };
  });
}
