import { expect, test } from "vitest";
import { siteHost, siteHref } from "./site-address.ts";

test.each([
  [{ slug: "jichu", customDomain: null }, "http://localhost:3000", "http://jichu.localhost:3000"],
  [{ slug: "jichu", customDomain: null }, "https://party.example.edu", "https://jichu.party.example.edu"],
  [{ slug: "jichu", customDomain: "jichu.example.cn" }, "https://party.example.edu", "https://jichu.example.cn"],
])("%j below %s is %s", (site, root, href) => {
  expect(siteHref(site, root)).toBe(href);
  expect(siteHost(site, root)).toBe(href.replace(/^https?:\/\//u, ""));
});
