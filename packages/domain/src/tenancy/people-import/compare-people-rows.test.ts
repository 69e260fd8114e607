import { describe, expect, test } from "vitest";
import { compareWithinFile, compareWithKnown, type KnownPeople } from "./compare-people-rows.ts";
import { findHeadings } from "./find-headings.ts";
import type { PeopleRow } from "./people-row.ts";
import { placesOf } from "./read-people-row.ts";

const { headings } = findHeadings([
  {
    rowNo: 1,
    cells: ["姓名", "登录名", "邮箱", "支部", "角色", "任期开始", "任期结束"].map((text) => ({ kind: "text", text })),
  },
]);
if (!headings) throw new Error("no headings");
const places = placesOf(headings);

const base: PeopleRow = {
  displayName: "张伟",
  loginName: null,
  email: null,
  tenantId: "t1",
  role: "webmaster",
  startsOn: "2026-11-23",
  endsOn: null,
};
const rowsOf = (...changes: Partial<PeopleRow>[]) =>
  changes.map((change, index) => ({ rowNo: index + 2, row: { ...base, ...change } }));
const brief = (problems: ReturnType<typeof compareWithinFile>) =>
  [...problems].flatMap(([rowNo, all]) => all.map(({ column, reason, params }) => [rowNo, column, reason, params]));

describe("within one file", () => {
  test.each<[string, Partial<PeopleRow>[], unknown[]]>([
    ["the same row twice", [{}, {}], [[3, "A", "rowTwice", { row: 2 }]]],
    ["namesakes in two branches", [{}, { tenantId: "t2" }], []],
    ["namesakes with login names of their own", [{ loginName: "a" }, { loginName: "b" }], []],
    ["one of them without a login name", [{ loginName: "a" }, {}], [[3, "A", "rowTwice", { row: 2 }]]],
    ["two terms, one after the other", [{ endsOn: "2027-01-01" }, { startsOn: "2027-01-02" }], []],
    ["one person in two branches", [{ loginName: "a" }, { loginName: "a", tenantId: "t2" }], []],
    [
      "one login name for two people",
      [{ loginName: "a" }, { loginName: "a", displayName: "李娜" }],
      [[3, "B", "loginNameTwice", { row: 2 }]],
    ],
    [
      "one address for two people",
      [{ email: "a@b.cn" }, { email: "a@b.cn", displayName: "李娜" }],
      [[3, "C", "emailTwice", { row: 2 }]],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(brief(compareWithinFile(rowsOf(...changes), places))).toEqual(expected);
  });
});

describe("beside what is there", () => {
  const person = { userId: "u1", loginName: "zhangwei", displayName: "张伟", email: "zw@example.cn", disabled: false };
  const appointment = {
    ...person,
    tenantId: "t1",
    role: "webmaster" as const,
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
  };
  const known: KnownPeople = { archived: new Set(), persons: [person], appointments: [appointment] };

  test.each<[string, Partial<PeopleRow>, KnownPeople, unknown[]]>([
    ["a person who is there gets another role", { loginName: "zhangwei", role: "organiser" }, known, []],
    ["their own address again", { loginName: "zhangwei", role: "organiser", email: "zw@example.cn" }, known, []],
    [
      "somebody else's login name",
      { loginName: "zhangwei", displayName: "李娜" },
      known,
      [[2, "B", "loginNameOfOther", { name: "张伟" }]],
    ],
    [
      "somebody else's address",
      { displayName: "李娜", email: "zw@example.cn" },
      known,
      [[2, "C", "emailOfOther", { loginName: "zhangwei" }]],
    ],
    ["a role they hold", { loginName: "zhangwei" }, known, [[2, "E", "alreadyAppointed", {}]]],
    ["the role again after its term", { loginName: "zhangwei", startsOn: "2027-01-01" }, known, []],
    ["the same file again", {}, known, [[2, "A", "alreadyThere", { loginName: "zhangwei" }]]],
    ["a namesake with a login name of their own", { loginName: "zhangwei2" }, known, []],
    [
      "a disabled person",
      { loginName: "zhangwei", role: "organiser" },
      { ...known, persons: [{ ...person, disabled: true }] },
      [[2, "B", "personDisabled", {}]],
    ],
  ])("%s", (_name, change, facts, expected) => {
    expect(brief(compareWithKnown(rowsOf(change), facts, places))).toEqual(expected);
  });
});
