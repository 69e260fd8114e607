import { expect, test } from "vitest";
import { isProbeToken, probeToken } from "./probe-token.ts";

const secret = "a secret of the installation";
const now = new Date("2026-11-09T09:00:30+08:00");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("a token is good for the minutes around it, under the same secret", () => {
  const token = probeToken(secret, now);
  expect(isProbeToken(secret, token, now)).toBe(true);
  expect(isProbeToken(secret, token, later(2))).toBe(true);
  expect(isProbeToken(secret, token, later(-2))).toBe(true);
  expect(isProbeToken(secret, token, later(3))).toBe(false);
  expect(isProbeToken("another secret of somebody", token, now)).toBe(false);
});

test.each([
  "",
  "1",
  ".",
  "1.2",
  "x".repeat(10_000),
  "29555700.",
  `${probeToken(secret, now)}x`,
  probeToken(secret, now).slice(0, -1),
])("%s is none", (shown) => {
  expect(isProbeToken(secret, shown, now)).toBe(false);
});
