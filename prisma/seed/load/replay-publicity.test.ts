import { describe, expect, test } from "vitest";
import { arrangements } from "@zhibu/domain/publicity/testing/arrangements";
import type { DemoList, ListStep } from "../demo/demo-list.ts";
import { demoLists } from "../demo/demo-publicity.ts";
import { instantsOf, replayPublicity } from "./replay-publicity.ts";

/** A Monday without holidays around it. */
const now = new Date("2026-11-23T06:00:00Z");
const frame = { now, calendar: arrangements, workingDaysMin: 5 };
const entries = [{ name: "示例甲", unit: "护理学院" }];

const signed: ListStep[] = [
  { verb: "create", day: 0, time: "09:00" },
  { verb: "edit", day: 0, time: "09:10", entries },
  { verb: "submit", day: 0, time: "09:20" },
  { verb: "sign", day: 0, time: "16:00", begins: { day: 1, time: "08:00" } },
];

function listOf(workingDaysAgo: number, steps: readonly ListStep[]): DemoList {
  return { branch: "huli", type: "admission", title: "公示", workingDaysAgo, steps, objections: [], outages: [] };
}

test("a signed list begins when it was planned and ends after its working days", () => {
  const list = replayPublicity(listOf(10, signed), frame);
  expect(list.moves.map(({ action }) => action)).toEqual(["create", "edit", "submit", "sign", "start", "end"]);
  expect(list).toMatchObject({ state: "ended", draft: null, endedAt: new Date("2026-11-18T00:00:00+08:00") });
  expect(list.texts).toMatchObject([{ startsAt: new Date("2026-11-10T08:00:00+08:00"), endsAt: list.endedAt }]);
});

test("a correction ends the text before and gives the new one the whole period", () => {
  const list = replayPublicity(
    listOf(12, [
      ...signed,
      { verb: "prepareCorrection", day: 3, time: "09:00", entries },
      { verb: "submitCorrection", day: 3, time: "09:10" },
      { verb: "correct", day: 3, time: "10:00", reason: "更正部门。" },
    ]),
    frame,
  );
  const [before, after] = list.texts;
  expect(before?.endsAt).toEqual(after?.startsAt);
  expect(after?.endsAt).toEqual(new Date("2026-11-18T00:00:00+08:00"));
  expect(list.moves.at(-1)).toMatchObject({ action: "end", at: after?.endsAt });
});

test("nobody states the result of a list that runs", () => {
  const tooSoon = listOf(3, [...signed, { verb: "state", day: 2, time: "09:00" }]);
  expect(() => replayPublicity(tooSoon, frame)).toThrow("publicity.wrongState");
});

describe("the demo's lists", () => {
  // A Monday, a night at the weekend, and a day in the middle of a long holiday.
  test.each(["2026-11-23T06:00:00Z", "2026-06-06T18:30:00Z", "2026-10-05T01:00:00Z"])(
    "are possible on %s, and all of it lies before that day",
    (day) => {
      const at = { ...frame, now: new Date(day) };
      for (const demo of demoLists) {
        const instantOf = instantsOf(demo, at);
        const moments = [...demo.steps, ...demo.objections.flatMap(({ steps, ...received }) => [received, ...steps])];
        expect(moments.every((moment) => instantOf(moment) < at.now)).toBe(true);
        const list = replayPublicity(demo, at);
        const times = list.moves.map((move) => move.at.getTime());
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      }
      const states = demoLists.map((demo) => replayPublicity(demo, at).state);
      expect(states).toEqual(["stated", "running", "in_review", "stated", "running", "ended"]);
    },
  );
});
