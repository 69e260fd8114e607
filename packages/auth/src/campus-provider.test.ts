import { expect, test } from "vitest";
import { campusIdentityOf, usedSecondFactor } from "./campus-provider.ts";

const campus = { issuer: "https://id.example.edu.cn", clientId: "", clientSecret: "", loginClaim: "uid" };

test("a campus identity is issuer and subject, with the login name where the college's claim holds one", () => {
  const { issuer } = campus;
  expect(campusIdentityOf(campus, { sub: "s-1", uid: " wang " })).toEqual({
    issuer,
    subject: "s-1",
    loginName: "wang",
  });
  for (const uid of [undefined, "", 20_260_001, ["wang"], "x".repeat(256)]) {
    expect(campusIdentityOf(campus, { sub: "s-1", uid })).toEqual({ issuer, subject: "s-1", loginName: null });
  }
  for (const sub of [undefined, "", 1]) expect(campusIdentityOf(campus, { sub, uid: "wang" })).toBeNull();
});

test.each([
  [true, { amr: ["pwd", "mfa"] }],
  [false, { amr: ["pwd"] }],
  [false, { amr: "mfa" }],
  [false, { amr: [] }],
  [false, {}],
])("a second factor of the campus: %s for %j", (used, claims) => {
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  expect(usedSecondFactor(`header.${payload}.signature`)).toBe(used);
});

test("without an id token nothing was vouched for", () => {
  expect(usedSecondFactor(undefined)).toBe(false);
  expect(usedSecondFactor("nonsense")).toBe(false);
});
