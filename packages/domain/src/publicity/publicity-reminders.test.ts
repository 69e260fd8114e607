import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../kernel/calendar-day.ts";
import { shanghaiDay } from "../kernel/shanghai-time.ts";
import { workingDaysIn } from "./notice-period.ts";
import { endingSoonUntil, type RemindedList, remindersFor, reminderWorkingDays } from "./publicity-reminders.ts";
import { arrangements } from "./testing/arrangements.ts";

const at = (local: string): Date => new Date(`${local}:00+08:00`);

const list: RemindedList = {
  id: "list",
  state: "draft",
  submittedAt: null,
  lastDay: null,
  endedAt: null,
  objections: [],
};
const objection = { id: "objection", state: "received", receivedAt: at("2026-11-06T10:00"), decidedAt: null } as const;

function stagesAt(local: string, change: Partial<RemindedList>): string[] {
  return remindersFor({ ...list, ...change }, arrangements, at(local)).map(({ stage }) => stage);
}

describe("when people are reminded", () => {
  test.each([
    ["handed in on a Friday, the Monday is given", "2026-11-09T23:59", { submittedAt: at("2026-11-06T10:00") }, []],
    ["from Tuesday on", "2026-11-10T00:00", { submittedAt: at("2026-11-06T10:00") }, ["unsigned"]],
    ["across the National Day holiday", "2026-10-08T23:59", { submittedAt: at("2026-09-30T17:00") }, []],
    ["and after it", "2026-10-09T00:00", { submittedAt: at("2026-09-30T17:00") }, ["unsigned"]],
  ] as const)("a list that waits for its signature: %s", (_what, now, change, stages) => {
    expect(stagesAt(now, { ...change, state: "in_review" })).toEqual(stages);
  });

  test("the correction of a running list waits for its signature, too", () => {
    const change = { state: "running", lastDay: "2026-11-20", submittedAt: at("2026-11-06T10:00") } as const;
    expect(stagesAt("2026-11-10T08:00", change)).toEqual(["unsigned"]);
  });

  test.each([
    ["two days before", "2026-11-12T23:59", []],
    ["the day before", "2026-11-13T00:00", ["endsTomorrow"]],
    ["on the day itself, should the server have slept", "2026-11-14T12:00", ["endsTomorrow"]],
  ] as const)("a list that ends: %s", (_what, now, stages) => {
    expect(stagesAt(now, { state: "running", lastDay: "2026-11-14" })).toEqual(stages);
  });

  test("each end that was announced is a matter of its own", () => {
    const occasion = (lastDay: string) =>
      remindersFor({ ...list, state: "running", lastDay }, arrangements, at("2026-11-13T09:00"))[0]?.occasion;
    expect(occasion("2026-11-13")).not.toBe(occasion("2026-11-14"));
  });

  test.each([
    ["ended on Monday at 24:00, Tuesday is given", "2026-11-10T23:59", at("2026-11-10T00:00"), []],
    ["from Wednesday on", "2026-11-11T00:00", at("2026-11-10T00:00"), ["statementDue"]],
    ["ended on Friday at 24:00, Monday is given", "2026-11-09T23:59", at("2026-11-07T00:00"), []],
    ["from Tuesday on", "2026-11-10T00:00", at("2026-11-07T00:00"), ["statementDue"]],
  ] as const)("a list without a statement: %s", (_what, now, endedAt, stages) => {
    expect(stagesAt(now, { state: "ended", endedAt })).toEqual(stages);
  });

  test("the statement is not asked for while an objection holds it, and a working day after the last was decided", () => {
    const ended = { state: "ended", endedAt: at("2026-11-07T00:00") } as const;
    const accepted = { ...objection, state: "accepted" } as const;
    expect(stagesAt("2026-11-12T09:00", { ...ended, objections: [accepted] })).toEqual([]);
    const decided = { ...objection, state: "not_upheld", decidedAt: at("2026-11-12T15:00") } as const;
    expect(stagesAt("2026-11-13T23:59", { ...ended, objections: [decided] })).toEqual([]);
    expect(stagesAt("2026-11-14T00:00", { ...ended, objections: [decided] })).toEqual(["statementDue"]);
  });

  test.each([
    ["received", "2026-11-09T23:59", []],
    ["received", "2026-11-10T00:00", ["objectionUnaccepted"]],
    ["received", "2026-11-14T00:00", ["objectionUnaccepted", "objectionUndecided"]],
    ["accepted", "2026-11-13T23:59", []],
    ["investigated", "2026-11-14T00:00", ["objectionUndecided"]],
    ["upheld", "2026-12-14T00:00", []],
  ] as const)("an objection received on a Friday that is %s, at %s", (state, now, stages) => {
    expect(stagesAt(now, { state: "running", lastDay: "2026-12-31", objections: [{ ...objection, state }] })).toEqual(
      stages,
    );
  });
});

const instant = fc.date({ min: at("2024-12-01T00:00"), max: at("2026-11-30T00:00"), noInvalidDate: true });

test("nobody is reminded before the working days they have are over, whatever the calendar", () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 0, max: 20 * 86_400_000 }), (submittedAt, ms) => {
      const now = new Date(submittedAt.getTime() + ms);
      const due = remindersFor({ ...list, state: "in_review", submittedAt }, arrangements, now).length > 0;
      const given = workingDaysIn(new Date(submittedAt.getTime() - 1), addDays(shanghaiDay(now), -1), arrangements);
      expect(due).toBe(given >= reminderWorkingDays.unsigned);
    }),
  );
});

test("a list that ends within 48 hours or two working days always counts as one that ends soon", () => {
  fc.assert(
    fc.property(instant, (now) => {
      const until = endingSoonUntil(now, arrangements);
      expect(until.getTime() - now.getTime()).toBeGreaterThanOrEqual(48 * 3_600_000);
      expect(workingDaysIn(now, shanghaiDay(new Date(until.getTime() - 1)), arrangements)).toBe(2);
    }),
  );
});
