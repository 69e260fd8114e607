import { expect, test } from "vitest";
import { atMostEvery, jsonLog } from "./log.ts";

test("an event is one line, and an error among its details is described down to its cause", () => {
  const lines: string[] = [];
  jsonLog((line) => lines.push(line)).error("it broke", {
    error: new Error("outer", { cause: new TypeError("inner") }),
    path: "/a\nb",
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[^\n]*\n$/u);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "error",
    message: "it broke",
    error: { name: "Error", message: "outer", cause: { name: "TypeError", message: "inner" } },
    path: "/a\nb",
  });
});

test("what repeats itself is told now and then, with what was left out", () => {
  const told: [string, number][] = [];
  let time = 0;
  const report = atMostEvery<string>(
    10,
    (value, leftOut) => told.push([value, leftOut]),
    () => time,
  );
  for (const at of [0, 1, 9, 10, 11]) {
    time = at;
    report(`at ${at}`);
  }
  expect(told).toEqual([
    ["at 0", 0],
    ["at 10", 2],
  ]);
});
