import type { Tx } from "@zhibu/db/scope";
import { periodThrough, shortestPeriod, type NoticePeriod } from "@zhibu/domain/publicity/notice-period";
import type { PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import { bumpSiteVersion } from "../kernel/bump-site-version.ts";
import type { BranchContext } from "../kernel/context.ts";
import { dateOf } from "../kernel/day-of.ts";
import { enqueueAt } from "../kernel/queue.ts";
import { endPublicityJob } from "./publicity-job-names.ts";
import { workingCalendar } from "./working-calendar.ts";

/** From when, and through which day at least (`null` for the shortest period the template allows). */
export type PeriodWish = { startsAt: Date; lastDay: string | null; template: PublicityTemplate };

/** @throws AppError INVALID when the wish is shorter than the template's minimum. */
export async function periodFor(tx: Tx, { startsAt, lastDay, template }: PeriodWish): Promise<NoticePeriod> {
  const calendar = await workingCalendar(tx);
  return lastDay === null
    ? shortestPeriod(startsAt, template.workingDaysMin, calendar)
    : periodThrough(startsAt, lastDay, template.workingDaysMin, calendar);
}

/** A period as a list's row holds it. */
export function periodData(period: NoticePeriod) {
  const { startsAt, endsAt, provisional, lastDay } = period;
  return { startsAt, endsAt, provisional, lastDay: dateOf(lastDay) };
}

/** A period as the trail holds it. */
export function periodChanges(period: NoticePeriod) {
  const { startsAt, lastDay, provisional } = period;
  return { startsAt: startsAt.toISOString(), lastDay, provisional };
}

/** Notes from when and until when a text is shown, has its end knocked at, and tells the readers' side. */
export async function showText(
  tx: Tx,
  ctx: BranchContext,
  shown: { publicityId: string; textId: string; period: NoticePeriod; removal: boolean },
): Promise<void> {
  const { publicityId, textId, period, removal } = shown;
  await tx.publicityText.update({
    where: { tenantId_id: { tenantId: ctx.tenantId, id: textId } },
    data: { startsAt: period.startsAt, endsAt: period.endsAt },
  });
  await enqueueAt(tx, endPublicityJob, { tenantId: ctx.tenantId, publicityId }, period.endsAt);
  await bumpSiteVersion(tx, { removal });
}
