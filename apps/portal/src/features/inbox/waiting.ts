import { promptHours } from "@zhibu/domain/articles/revision-rules";

const hourMs = 3_600_000;

/** Whole hours an item has been waiting. */
export function waitingHours(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / hourMs));
}

/** Hours left of the 48 after the event, rounded up; 0 or less is too late. `null` without an event, or one long past. */
export function promptness(eventAt: Date | null, now: Date): { hoursLeft: number } | null {
  if (eventAt === null) return null;
  const hoursLeft = Math.ceil((eventAt.getTime() - now.getTime()) / hourMs) + promptHours;
  // Before the event, or a week after it, the limit says nothing that helps.
  return hoursLeft > promptHours || hoursLeft < -7 * 24 ? null : { hoursLeft };
}
