import { expect, test } from "vitest";
import { selfCheckKeys, selfCheckVersion } from "./self-check-keys.ts";
import { selfCheckDeclarations, selfCheckSchema } from "./self-check.ts";

const complete = {
  version: selfCheckVersion,
  legality: true,
  copyright: true,
  portrait: true,
  privacy: true,
  secrecy: true,
};

test("all five declarations make a self-check", () => {
  expect(selfCheckSchema.parse(complete)).toEqual(complete);
  expect(selfCheckDeclarations.map(({ key }) => key)).toEqual(selfCheckKeys);
});

test.each(selfCheckKeys)("without %s there is none", (key) => {
  expect(selfCheckSchema.safeParse({ ...complete, [key]: false }).error?.issues[0]).toMatchObject({
    path: [key],
    message: "checks.selfCheck.incomplete",
  });
  const { [key]: _left, ...incomplete } = complete;
  expect(selfCheckSchema.safeParse(incomplete).success).toBe(false);
});

test("another version's wording was not what is declared now", () => {
  expect(selfCheckSchema.safeParse({ ...complete, version: "2013-05" }).error?.issues[0]?.message).toBe(
    "checks.selfCheck.outdated",
  );
  expect(selfCheckSchema.safeParse({ ...complete, extra: true }).success).toBe(false);
});
