import { expect, test } from "vitest";
import { relativeTimeText } from "./relative-time.tsx";

/** 00:30 on 23 November in Shanghai, still the 22nd in UTC. */
const now = new Date("2026-11-22T16:30:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  [ago(0.5), "现在"],
  [ago(5), "5分钟前"],
  [ago(-5), "5分钟后"],
  [ago(59), "59分钟前"],
  [ago(61), "昨天"],
  [ago(60 * 24 * 2), "前天"],
  [ago(60 * 24 * 5), "5天前"],
  [ago(-60 * 8), "8小时后"],
  [ago(-60 * 30), "明天"],
  [ago(60 * 24 * 8), "11月15日"],
  [ago(60 * 24 * 400), "2025年10月19日"],
])("%o reads %s", (value, text) => {
  expect(relativeTimeText(value, now)).toBe(text);
});
