import { expect, test } from "vitest";
import { deviceWords } from "./device-words.ts";

const chromium = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

test.each([
  ["Windows · Edge", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium} Edg/142.0.0.0`],
  ["Windows · Chrome", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chromium}`],
  ["Mac · Safari", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15"],
  [
    "iPhone · 微信",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.54",
  ],
  ["Android · 企业微信", `Mozilla/5.0 (Linux; Android 15) ${chromium} wxwork/4.1.31 MicroMessenger/7.0.1`],
  ["鸿蒙 · 华为浏览器", `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${chromium} HuaweiBrowser/5.1`],
  ["Linux · Firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"],
  ["", "curl/8.9.1"],
  ["", ""],
])("%s", (words, userAgent) => {
  expect(deviceWords(userAgent)).toBe(words);
});
