import { expect, test } from "vitest";
import { demandsSecondFactor, isTotpCode, normaliseCode, recoveryCodeText } from "./second-factor.ts";

test("the same code however it was typed", () => {
  expect(normaliseCode(" １２３ 456 ")).toBe("123456");
  expect(normaliseCode("ABCD-efgh-2345-jkmn")).toBe("abcdefgh2345jkmn");
  expect(isTotpCode("123456")).toBe(true);
  expect(isTotpCode("12345")).toBe(false);
  expect(isTotpCode("abcdefgh2345jkmn")).toBe(false);
  expect(recoveryCodeText("abcdefgh2345jkmn")).toBe("abcd-efgh-2345-jkmn");
});

test.each([
  [true, ["office"], []],
  [true, [], ["secretary"]],
  [true, ["auditor"], ["contributor", "secretary"]],
  [false, ["auditor"], ["webmaster"]],
  [false, ["inspector"], ["organiser", "contributor"]],
  [false, [], []],
] as const)("demanded: %s of %j with %j", (demanded, collegeRoles, roles) => {
  expect(demandsSecondFactor({ collegeRoles, branches: [{ roles }] })).toBe(demanded);
});
