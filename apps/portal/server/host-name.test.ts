import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHost } from "./host-name.ts";

test.each([
  ["localhost", "localhost"],
  ["JiChu.Localhost:3000", "jichu.localhost"],
  ["jichu.localhost.", "jichu.localhost"],
  ["jichu.localhost.:80", "jichu.localhost"],
  ["xn--fiqs8s.example", "xn--fiqs8s.example"],
])("%s is the host %s", (header, host) => {
  expect(parseHost(header)).toBe(host);
});

test.each([
  undefined,
  "",
  ".",
  ":80",
  "a..b",
  "-a.b",
  "a-.b",
  "a.b:",
  "a.b:123456",
  "user@a.b",
  "a.b, c.d",
  "a.b/c",
  "a.b c",
  "a_b.c",
  "[::1]",
  "a.b\t",
  "支部.cn",
  `${"a".repeat(64)}.b`,
  `${"a.".repeat(130)}b`,
])("%j is no host", (header) => {
  expect(parseHost(header)).toBeNull();
});

test("whatever comes in, what comes out is a plain name", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.domain(), fc.webAuthority()), (header) => {
      const host = parseHost(header);
      expect(host === null || /^[a-z0-9.-]{1,253}$/u.test(host)).toBe(true);
    }),
  );
});
