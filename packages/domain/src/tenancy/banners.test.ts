import { describe, expect, test } from "vitest";
import { addBannerInput, assertBannerTimes, bannerStanding } from "./banners.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const times = { startsAt: at(8), endsAt: at(12), endedAt: null };

describe("a banner's standing", () => {
  test.each([
    [7, "upcoming"],
    [8, "showing"],
    [11, "showing"],
    [12, "over"],
  ] as const)("at %i o'clock it is %s", (hour, standing) => {
    expect(bannerStanding(times, at(hour))).toBe(standing);
  });

  test("taken back is ended, whenever one asks", () => {
    for (const hour of [7, 9, 13]) expect(bannerStanding({ ...times, endedAt: at(9) }, at(hour))).toBe("ended");
  });
});

describe("a banner's times", () => {
  test("must leave something to show, and not for ever", () => {
    expect(() => assertBannerTimes(at(8), at(8), at(7))).toThrow("banner.endsBeforeItStarts");
    expect(() => assertBannerTimes(at(5), at(6), at(7))).toThrow("banner.endsBeforeItStarts");
    expect(() => assertBannerTimes(at(8), at(8 + 31 * 24), at(7))).toThrow("banner.tooLong");
    expect(() => assertBannerTimes(at(8), at(9), at(7))).not.toThrow();
  });
});

describe("a banner's link", () => {
  const given = (href: string) =>
    addBannerInput.safeParse({ text: "停水通知", href, startsAt: null, endsAt: "2026-11-24T00:00:00Z" }).success;

  test.each(["", "/", "/m/news", "https://www.example.edu.cn/notice?id=3"])("may be %o", (href) => {
    expect(given(href)).toBe(true);
  });

  test.each([
    "http://example.cn",
    "//example.cn",
    "javascript:alert(1)",
    "https://a@b.cn",
    "/\\evil",
    "https://x.cn/ y",
  ])("may not be %o", (href) => {
    expect(given(href)).toBe(false);
  });
});
