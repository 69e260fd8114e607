import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowedHref, isExternalHref, normaliseHref } from "./link-address.ts";

describe("addresses a link may have", () => {
  test.each([
    ["https://example.cn/a?b=c#d", "https://example.cn/a?b=c#d"],
    ["HTTP://Example.cn", "http://Example.cn"],
    ["https://www.12371.cn/二十大/报告.html", "https://www.12371.cn/二十大/报告.html"],
    [" https://example.cn/a b|c\u200b", "https://example.cn/a%20b%7Cc"],
    ["https://example.cn/@name", "https://example.cn/@name"],
    ["mailto:dangban@example.edu.cn", "mailto:dangban@example.edu.cn"],
    ["tel:0373-3831000", "tel:0373-3831000"],
    ["/a/12", "/a/12"],
    ["/", "/"],
  ])("%s", (value, stored) => {
    expect(normaliseHref(value)).toBe(stored);
  });
});

describe("addresses a link may not have", () => {
  test.each([
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\tjavascript:alert(1)",
    "java\nscript:alert(1)",
    "java\u0000script:alert(1)",
    "\u200bjavascript:alert(1)",
    " javascript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///C:/Users/x/image001.png",
    "blob:https://example.cn/x",
    "ftp://example.cn/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https:evil.example",
    "https:/\\evil.example",
    "https://",
    "https:///evil.example",
    "https://college.edu.cn@evil.example/",
    "https://example.cn/\u202egpj.exe",
    "mailto:",
    "tel:javascript",
    "example.cn",
    "a/12",
    "#h-1",
    `https://example.cn/${"a".repeat(2_000)}`,
  ])("%j", (value) => {
    expect(isAllowedHref(value)).toBe(false);
  });

  test("whatever passes has an allowed scheme in the eyes of a browser", () => {
    const pieces = Array.from("javscript:/\\hp@.?#%\t\n \u0000\u200b");
    const odd = fc.string({ unit: fc.constantFrom(...pieces, "https://", "data:", "//"), maxLength: 12 });
    fc.assert(
      fc.property(odd, (value) => {
        const href = normaliseHref(value);
        if (href === undefined || !URL.canParse(href, "https://branch.example")) return;
        const url = new URL(href, "https://branch.example");
        expect(["http:", "https:", "mailto:", "tel:"]).toContain(url.protocol);
        expect(url.username).toBe("");
        expect(href.startsWith("/") ? url.host : "branch.example").toBe("branch.example");
        expect(normaliseHref(href)).toBe(href);
      }),
      { numRuns: 5_000 },
    );
  });
});

test("external is what names a host", () => {
  expect(isExternalHref("https://example.cn")).toBe(true);
  expect(isExternalHref("/a/1")).toBe(false);
  expect(isExternalHref("mailto:a@b.cn")).toBe(false);
});
