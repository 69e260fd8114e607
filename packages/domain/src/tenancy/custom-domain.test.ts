import { expect, test } from "vitest";
import { readCustomDomain } from "./custom-domain.ts";

test.each([
  ["jichu.example.cn", "jichu.example.cn"],
  [" HTTPS://Jichu.Example.CN/ ", "jichu.example.cn"],
  ["ｊｉｃｈｕ．example.cn", "jichu.example.cn"],
  ["jichu.example.cn.", "jichu.example.cn"],
  ["支部.example.cn", "xn--pbv468g.example.cn"],
])("%s is %s", (typed, domain) => {
  expect(readCustomDomain(typed, "college.edu")).toBe(domain);
});

test.each([
  "",
  "localhost",
  "127.0.0.1",
  "0x7f.1",
  "[::1]",
  "a..example.cn",
  "-a.example.cn",
  "a_b.example.cn",
  "a.example.cn:8080",
  "user@a.example.cn",
  "a.example.cn/path",
  "a b.example.cn",
  `${"a".repeat(64)}.example.cn`,
  `${"a.".repeat(130)}cn`,
])("%j is no host name", (typed) => {
  expect(() => readCustomDomain(typed, "college.edu")).toThrow(
    expect.objectContaining({ code: "INVALID", reason: "branch.domainInvalid" }),
  );
});

test.each(["party.college.edu", "jichu.party.college.edu", "console.party.college.edu", "college.edu"])(
  "%s belongs to the college or holds it",
  (typed) => {
    expect(() => readCustomDomain(typed, "party.college.edu")).toThrow(
      expect.objectContaining({ reason: "branch.domainOfCollege" }),
    );
  },
);

test("a neighbour of the root domain is nobody's but the branch's", () => {
  expect(readCustomDomain("xparty.college.edu", "party.college.edu")).toBe("xparty.college.edu");
});
