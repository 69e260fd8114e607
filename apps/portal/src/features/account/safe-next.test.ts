import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each(["/jichu/articles?tab=review#top", "/account", "/jichu"])("%s is kept", (path) => {
  expect(safeNext(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "/",
  "jichu",
  "https://evil.example/",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/..//evil.example/x",
  "javascript:alert(1)",
  "/sign-in?next=/x",
  "/api/auth/signout",
  `/${"x".repeat(600)}`,
])("%s leads to the inbox", (path) => {
  expect(safeNext(path)).toBe("/inbox");
});
