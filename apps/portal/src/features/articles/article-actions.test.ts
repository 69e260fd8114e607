import { expect, test } from "vitest";
import { arrangeActions } from "./article-actions.ts";
import { noAbilities as none } from "./testing/no-abilities.ts";

test("the button names the next step of whoever looks", () => {
  const draft = { workState: "draft", pinnedAt: null } as const;
  expect(arrangeActions(draft, { ...none, handIn: true }).primary).toBe("handIn");
  expect(arrangeActions(draft, { ...none, handIn: true, submit: true }).primary).toBe("submit");
  expect(arrangeActions({ ...draft, workState: "in_review" }, { ...none, approve: true, return: true }).primary).toBe(
    "review",
  );
  expect(arrangeActions({ ...draft, workState: "approved" }, { ...none, publish: true, schedule: true })).toMatchObject(
    {
      primary: "publish",
      beside: ["schedule"],
    },
  );
});

test("what is planned is not published by accident", () => {
  const planned = arrangeActions(
    { workState: "scheduled", pinnedAt: null },
    { ...none, publish: true, schedule: true, unschedule: true, return: true },
  );
  expect(planned).toEqual({ primary: null, beside: ["reschedule"], more: ["publish", "unschedule", "return"] });
});

test("a webmaster returns what was handed in, a reviewer decides in the review", () => {
  expect(
    arrangeActions({ workState: "handed_in", pinnedAt: null }, { ...none, submit: true, return: true }).beside,
  ).toEqual(["return"]);
  expect(
    arrangeActions({ workState: "in_review", pinnedAt: null }, { ...none, approve: true, return: true }).beside,
  ).toEqual([]);
});

test("a pinned article can be let go", () => {
  const live = { ...none, pin: true, withdraw: true };
  expect(arrangeActions({ workState: null, pinnedAt: null }, live).more).toEqual(["pin", "withdraw"]);
  expect(arrangeActions({ workState: null, pinnedAt: new Date() }, live).more).toEqual(["unpin", "withdraw"]);
});

test("who may do nothing sees nothing to do", () => {
  expect(arrangeActions({ workState: "in_review", pinnedAt: null }, none)).toEqual({
    primary: null,
    beside: [],
    more: [],
  });
});
