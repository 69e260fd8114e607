import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allProcedures, takesBranch } from "./testing/procedures.ts";

const probes = new URL("../../../e2e/isolation/probes.json", import.meta.url);

test("the attackers of e2e/isolation try every procedure that takes a branch, each in its own way", () => {
  // The file is a list of inputs by procedure; the spec that uses it reads the inputs.
  const probed = JSON.parse(readFileSync(probes, "utf8")) as Record<string, { type: string }>;
  const known = allProcedures().filter(takesBranch);
  expect(Object.entries(probed).map(([path, { type }]) => `${type} ${path}`)).toEqual(
    expect.arrayContaining(known.map(({ path, type }) => `${type} ${path}`)),
  );
  expect(Object.keys(probed)).toHaveLength(known.length);
});
