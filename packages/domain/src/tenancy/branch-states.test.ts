import { expect, test } from "vitest";
import { branchAbilities, nextBranchState, type BranchStanding } from "./branch-states.ts";

const branch = (change: Partial<BranchStanding> = {}): BranchStanding => ({
  state: "open",
  kind: "direct",
  mergedIntoId: null,
  ...change,
});

test("a site is closed for a while or for good, and opened again", () => {
  expect(nextBranchState(branch(), "suspend")).toBe("suspended");
  expect(nextBranchState(branch({ state: "suspended" }), "reopen")).toBe("open");
  expect(nextBranchState(branch({ state: "suspended" }), "archive")).toBe("archived");
  expect(nextBranchState(branch(), "merge")).toBe("archived");
  expect(nextBranchState(branch({ state: "archived" }), "reopen")).toBe("open");
});

test.each([
  [branch(), "reopen", "branch.wrongState"],
  [branch({ state: "suspended" }), "suspend", "branch.wrongState"],
  [branch({ state: "archived" }), "archive", "branch.wrongState"],
  [branch({ state: "archived" }), "merge", "branch.wrongState"],
  [branch({ state: "archived", mergedIntoId: "x" }), "reopen", "branch.mergedAlready"],
  [branch({ kind: "office" }), "suspend", "branch.officeStays"],
] as const)("%j can't %s", (standing, action, reason) => {
  expect(() => nextBranchState(standing, action)).toThrow(expect.objectContaining({ code: "CONFLICT", reason }));
});

test("abilities follow the state, and need the permission", () => {
  expect(branchAbilities(branch(), true)).toEqual({ suspend: true, reopen: false, archive: true, merge: true });
  expect(branchAbilities(branch({ kind: "office" }), true).archive).toBe(false);
  expect(Object.values(branchAbilities(branch(), false))).toEqual([false, false, false, false]);
});
