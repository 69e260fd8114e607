import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalUrl } from "./canonical-url.ts";

test.each(["/", "/a/1", "/c/news/2", "/feed.xml", "/Mixed", "/%E6%94%AF%E9%83%A8"])("%s is canonical", (path) => {
  expect(canonicalUrl(path)).toMatchObject({ kind: "canonical", path });
});

test.each([
  ["/a/1/", "/a/1"],
  ["//evil.example", "/evil.example"],
  ["///", "/"],
  ["/a/./1", "/a/1"],
  ["/a/../c/x", "/c/x"],
  ["/../..", "/"],
  ["/%2e%2e/%61/1", "/a/1"],
  ["/a/1/?q=1", "/a/1?q=1"],
])("%s has moved to %s", (target, location) => {
  expect(canonicalUrl(target)).toEqual({ kind: "moved", location });
});

test.each([
  "",
  "a",
  "*",
  "http://evil.example/",
  "/a\\b",
  "/%5cevil",
  "/a%2fb",
  "/%",
  "/%zz",
  "/%00",
  "/%0d%0aset-cookie:x",
  "/%252e",
  "/a#b",
  "/%ff",
])("%j is malformed", (target) => {
  expect(canonicalUrl(target).kind).toBe("malformed");
});

test("a move ends after one step, on this host", () => {
  const part = fc.constantFrom(
    "/",
    "//",
    ".",
    "..",
    "a",
    "%2e",
    "%61",
    "%E6%94%AF",
    "@",
    ":",
    ",",
    "'",
    "evil.example",
    "?",
    "=",
    "&",
    "+",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const url = canonicalUrl(`/${parts.join("")}`);
      if (url.kind !== "moved") return;
      expect(url.location).toMatch(/^\/(?![/\\])/u);
      expect(canonicalUrl(url.location).kind).toBe("canonical");
    }),
  );
});
