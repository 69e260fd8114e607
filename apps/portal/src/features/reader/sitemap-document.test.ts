import { expect, test } from "vitest";
import { robotsDocument, sitemapDocument, sitemapIndexDocument } from "./sitemap-document.ts";

test("pages with their last change; addresses are escaped", () => {
  const changedAt = new Date("2026-06-01T00:00:00Z");
  const document = sitemapDocument([{ url: "https://a.example/" }, { url: "https://a.example/?a=1&b=2", changedAt }]);
  expect(document).toContain("<url><loc>https://a.example/</loc></url>");
  expect(document).toContain("<loc>https://a.example/?a=1&amp;b=2</loc><lastmod>2026-06-01T00:00:00.000Z</lastmod>");
});

test("an index names the maps of other hosts", () => {
  expect(sitemapIndexDocument([{ url: "https://b.example/sitemap.xml" }])).toContain(
    "<sitemap><loc>https://b.example/sitemap.xml</loc></sitemap>",
  );
});

test("robots may read everything and find the map", () => {
  expect(robotsDocument("https://a.example")).toBe(
    "User-agent: *\nAllow: /\n\nSitemap: https://a.example/sitemap.xml\n",
  );
});
