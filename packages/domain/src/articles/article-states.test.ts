import { describe, expect, test } from "vitest";
import {
  allowsWorkAction,
  nextVisibility,
  nextWorkState,
  visibilities,
  visibilityTransitions,
  workActions,
  workStates,
  workTransitions,
} from "./article-states.ts";

/** States that can be reached from the first one by following the table. */
function reachable(table: Record<string, Record<string, string>>, first: string): Set<string> {
  const seen = new Set([first]);
  for (const state of seen) for (const next of Object.values(table[state] ?? {})) seen.add(next);
  return seen;
}

describe("the tables of article states", () => {
  test("every work state is known, reachable and leads to done", () => {
    const from = reachable(workTransitions, "draft");
    expect([...from].toSorted()).toEqual([...workStates, "done"].toSorted());
    for (const state of workStates) expect(reachable(workTransitions, state)).toContain("done");
  });

  test("every visibility is known and reachable; archived is the end", () => {
    expect([...reachable(visibilityTransitions, "unpublished")].toSorted()).toEqual([...visibilities].toSorted());
    expect(visibilityTransitions.archived).toEqual({});
  });

  test("nothing is published, scheduled or approved without having been in review", () => {
    const without = Object.fromEntries(Object.entries(workTransitions).filter(([state]) => state !== "in_review"));
    const states = reachable(without, "draft");
    for (const state of ["approved", "scheduled", "failed"]) expect(states).not.toContain(state);
    for (const state of ["draft", "handed_in", "in_review", "returned"] as const)
      expect(allowsWorkAction(state, "publish")).toBe(false);
  });

  test("an edit after approval voids it, whatever the approval had become", () => {
    for (const state of ["approved", "scheduled", "failed"] as const)
      expect(nextWorkState(state, "edit")).toBe("draft");
  });

  test("a text in review can't be edited", () => {
    expect(() => nextWorkState("in_review", "edit")).toThrow(expect.objectContaining({ code: "CONFLICT" }));
  });

  test("a withdrawn article comes back only by publishing an approved text", () => {
    expect(nextVisibility("withdrawn", "publish")).toBe("live");
    expect(() => nextVisibility("unpublished", "withdraw")).toThrow(expect.objectContaining({ code: "CONFLICT" }));
  });

  test("no state answers to an unknown action", () => {
    for (const state of workStates)
      expect(
        Object.keys(workTransitions[state]).every((action) => (workActions as readonly string[]).includes(action)),
      ).toBe(true);
  });
});
