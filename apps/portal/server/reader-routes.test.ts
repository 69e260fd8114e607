import { expect, test } from "vitest";
import { missingPath, readerRoute } from "./reader-routes.ts";

const none = new URLSearchParams();

test.each([
  "/",
  "/a/1",
  "/a/999999999",
  "/c/news",
  "/c/zuzhi-guanli/2",
  "/p/overview",
  "/feed.xml",
  "/sitemap.xml",
  "/robots.txt",
])("%s may be a branch's page", (path) => {
  expect(readerRoute("branch", path, none)).toEqual({ path, shelf: "pages" });
});

test.each(["/", "/branches", "/p/overview", "/m/news", "/m/education/12", "/experience", "/experience/2", "/feed.xml"])(
  "%s may be the portal's page",
  (path) => {
    expect(readerRoute("portal", path, none)).toEqual({ path, shelf: "pages" });
  },
);

test.each([
  "/a/0",
  "/a/01",
  "/a/1234567890",
  "/c/News",
  "/c/news/0",
  "/p/Overview",
  "/p/a/b",
  "/wp-login.php",
  "/closed",
  "/404",
  "/_next/x",
  "/reader-site/x",
  "/branches",
])("%s can't be a branch's page and is answered by the one page for such", (path) => {
  expect(readerRoute("branch", path, none).path).toBe(missingPath);
});

test("query parameters do not make new addresses", () => {
  expect(readerRoute("branch", "/a/1", new URLSearchParams("utm_source=x&_rsc=1")).path).toBe("/a/1");
});
