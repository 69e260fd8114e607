import { type Tx, withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { auditCollege } from "../audit/audit-college.ts";
import { ensureCalendar } from "./ensure-calendar.ts";
import { ensurePublicityTemplates } from "./ensure-templates.ts";

/** The types of lists, and the working calendars of last, this and next year: what a college is founded with. */
export async function addPublicityDefaults(tx: Tx, now: Date): Promise<void> {
  const year = yearOf(now);
  await ensurePublicityTemplates(tx);
  await ensureCalendar(tx, [year - 1, year, year + 1]);
}

/**
 * Gives a college that stands what it lacks of the default types and of the calendars of this and next year, on record;
 * at each start, by any number of processes at once. Without a college there is nothing to do: its founding brings them.
 */
export async function ensurePublicityDefaults(now: Date): Promise<void> {
  const year = yearOf(now);
  await withOffice(async (tx) => {
    const college = await tx.college.findFirst({ select: { id: true } });
    if (!college) return;
    const changes = {
      templates: await ensurePublicityTemplates(tx),
      years: await ensureCalendar(tx, [year, year + 1]),
    };
    if (changes.templates.length + changes.years.length === 0) return;
    const deed = { actor: { userId: null, displayName: "" }, at: now, action: "college.supply", changes };
    await auditCollege(tx, { type: "college", id: college.id }, deed);
  });
}

function yearOf(now: Date): number {
  return Number(shanghaiDay(now).slice(0, 4));
}
