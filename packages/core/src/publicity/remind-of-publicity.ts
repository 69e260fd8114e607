import { withOfficeReading, withTenant, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import {
  remindersFor,
  reminderWorkingDays,
  type PublicityReminder,
  type PublicityReminderStage,
} from "@zhibu/domain/publicity/publicity-reminders";
import type { WorkingCalendar } from "@zhibu/domain/publicity/working-calendar";
import { optionalDayOf } from "../kernel/day-of.ts";
import { notify } from "../notifications/notify.ts";
import { whoCan, whoCanInCollege } from "../notifications/who-can.ts";
import { workingCalendar } from "./working-calendar.ts";

const dayMs = 86_400_000;
const pageSize = 200;

/** Lists of which something may be due: anything that has waited a day, and what ends within two. The rules decide. */
function candidates(tx: Tx, now: Date, after: string) {
  const yesterday = new Date(now.getTime() - dayMs);
  return tx.publicityList.findMany({
    where: {
      branch: { state: { not: "archived" } },
      id: { gt: after },
      OR: [
        { state: { in: ["in_review", "running"] }, submittedAt: { lte: yesterday } },
        { state: "running", endsAt: { lte: new Date(now.getTime() + 2 * dayMs) } },
        { state: "ended", endedAt: { lte: yesterday } },
        {
          objections: {
            some: { state: { in: ["received", "accepted", "investigated"] }, receivedAt: { lte: yesterday } },
          },
        },
      ],
    },
    orderBy: { id: "asc" },
    take: pageSize,
    select: {
      ...{ tenantId: true, id: true, state: true, title: true, submittedAt: true, submittedById: true },
      ...{ createdById: true, lastDay: true, endedAt: true },
      objections: { select: { id: true, state: true, receivedAt: true, decidedAt: true } },
    },
  });
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number];

/**
 * Reminds those who must act of everything overdue, each of each matter and stage once, however often it runs and
 * wherever it broke off. Returns how many matters were due.
 */
export async function remindOfPublicity(now: () => Date): Promise<number> {
  const at = now();
  const calendar = await withOfficeReading(workingCalendar);
  let [after, due] = ["00000000-0000-0000-0000-000000000000", 0];
  for (;;) {
    const lists = await withOfficeReading((tx) => candidates(tx, at, after));
    for (const list of lists) due += await remindOfList(list, calendar, at);
    const last = lists.at(-1);
    if (!last || lists.length < pageSize) return due;
    after = last.id;
  }
}

async function remindOfList(list: Candidate, calendar: WorkingCalendar, now: Date): Promise<number> {
  const reminders = remindersFor({ ...list, lastDay: optionalDayOf(list.lastDay) }, calendar, now);
  if (reminders.length > 0) {
    // From the row itself: a job works for the branch whose row asked for it.
    const tenantId = list.tenantId as TenantId;
    await withTenant(tenantId, async (tx) => {
      for (const reminder of reminders) await remind(tx, list, reminder, now);
    });
  }
  return reminders.length;
}

async function remind(tx: Tx, list: Candidate, { stage, occasion }: PublicityReminder, now: Date): Promise<void> {
  const { tenantId, id, title, lastDay } = list;
  const userIds = await whoMustAct(tx, list, stage, now);
  const about = {
    branchId: tenantId,
    userIds,
    path: `/:branch/publicity/${id}`,
    occasion: `publicity.${occasion}`,
    now,
  };
  switch (stage) {
    case "endsTomorrow":
      return notify(tx, {
        ...about,
        kind: "publicity.endsTomorrow",
        params: { title, day: optionalDayOf(lastDay) ?? "" },
      });
    case "objectionUndecided":
      return notify(tx, {
        ...about,
        kind: "publicity.objectionUndecided",
        params: { title, days: reminderWorkingDays.objectionUndecided },
      });
    case "unsigned":
    case "statementDue":
    case "objectionUnaccepted":
      return notify(tx, { ...about, kind: `publicity.${stage}`, params: { title } });
  }
}

/** The people whose turn it is. Where a branch has nobody, and where an objection lies too long, the office. */
async function whoMustAct(tx: Tx, list: Candidate, stage: PublicityReminderStage, now: Date): Promise<string[]> {
  const today = shanghaiDay(now);
  const may = (permission: "publicity:prepare" | "publicity:sign" | "objection:handle") =>
    whoCan(tx, list.tenantId, permission, today);
  const office = () => whoCanInCollege(tx, "publicity:manage", today);
  switch (stage) {
    case "unsigned": {
      // Four eyes: whoever prepared it can't sign it.
      const others = (await may("publicity:sign")).filter((id) => id !== list.submittedById && id !== list.createdById);
      return others.length > 0 ? others : [...(await office())];
    }
    case "endsTomorrow":
      return [
        ...(await may("publicity:sign")),
        ...(await may("publicity:prepare")).filter((id) => id === list.createdById),
      ];
    case "statementDue":
    case "objectionUnaccepted": {
      const people = await may(stage === "statementDue" ? "publicity:sign" : "objection:handle");
      return [...(people.length > 0 ? people : await office())];
    }
    case "objectionUndecided":
      return [...(await may("objection:handle")), ...(await office())];
  }
}
