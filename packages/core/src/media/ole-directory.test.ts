import fc from "fast-check";
import { expect, test } from "vitest";
import { readOleDirectory } from "./ole-directory.ts";
import { makeOle } from "./testing/make-ole.ts";

test("names under the root are told from names further down", () => {
  const file = makeOle([{ name: "Workbook" }, { name: "MBD0001", children: [{ name: "WordDocument" }] }]);
  const { rootNames, allNames } = readOleDirectory(file);
  expect(rootNames.toSorted()).toEqual(["MBD0001", "Workbook"]);
  expect(allNames).toContain("WordDocument");
});

function attempt(work: () => unknown): string {
  try {
    work();
    return "read";
  } catch (error) {
    return error instanceof Error ? error.constructor.name : "?";
  }
}

test("a forged file ends in an error, never in a circle", () => {
  const honest = makeOle(Array.from({ length: 30 }, (_, index) => ({ name: `s${index}` })));
  const forge = fc.array(fc.tuple(fc.nat(honest.length - 5), fc.constantFrom(0, 1, 2, 0xffff_ffff, 7)), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(forge, (changes) => {
      const file = Buffer.from(honest);
      for (const [offset, value] of changes) file.writeUInt32LE(value, offset);
      expect(attempt(() => readOleDirectory(file))).toBeOneOf(["read", "RangeError"]);
    }),
    { numRuns: 2_000 },
  );
});
