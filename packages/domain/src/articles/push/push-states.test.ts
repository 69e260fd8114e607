import { describe, expect, test } from "vitest";
import { copyStates, pushModes } from "./push-names.ts";
import {
  allowsCopyAction,
  copyActions,
  copyTransitions,
  deliveries,
  nextCopyState,
  recallableStates,
} from "./push-states.ts";

function reachable(first: string): Set<string> {
  const seen = new Set([first]);
  const table: Record<string, Record<string, string>> = copyTransitions;
  for (const state of seen) for (const next of Object.values(table[state] ?? {})) seen.add(next);
  return seen;
}

describe("the table of a copy's states", () => {
  test("every state is known and reachable from waiting", () => {
    expect(Object.keys(copyTransitions).toSorted()).toEqual([...copyStates].toSorted());
    expect([...reachable("waiting")].toSorted()).toEqual([...copyStates].toSorted());
  });

  test("every action is known, leads to a known state, and is used", () => {
    const used = copyStates.flatMap((state) => Object.entries(copyTransitions[state]));
    expect(new Set(used.map(([action]) => action))).toEqual(new Set(copyActions));
    for (const [, next] of used) expect(copyStates).toContain(next);
  });

  test("a recall ends what is shown, offered or stuck, and nothing brings it back", () => {
    expect(recallableStates.toSorted()).toEqual(["failed", "shown", "waiting"]);
    expect(copyTransitions.recalled).toEqual({});
  });

  test("what is the branch's own by now is out of the office's reach", () => {
    for (const state of ["drafted", "unlinked"] as const)
      for (const action of copyActions) expect(allowsCopyAction(state, action)).toBe(false);
  });

  test("every mode's delivery is a move from waiting", () => {
    const actions = pushModes.map((mode) => deliveries[mode]).filter((action) => action !== null);
    expect(actions.map((action) => nextCopyState("waiting", action))).toEqual(["shown", "drafted"]);
  });

  test("a move that does not exist is a conflict", () => {
    expect(() => nextCopyState("recalled", "show")).toThrow(expect.objectContaining({ reason: "push.wrongState" }));
    expect(nextCopyState("failed", "retry")).toBe("waiting");
  });
});
