import { expect, test } from "vitest";
import { Sites } from "./sites.ts";
import { rowsWith, siteOf, someSites, tenantId } from "./testing/sites.ts";

test("root, branches, own domains and the console have their hosts", () => {
  const sites = someSites();
  expect(siteOf(sites, "localhost:3000").kind).toBe("portal");
  expect(siteOf(sites, "jichu.localhost:3000").id).toBe(tenantId);
  expect(siteOf(sites, "jichu.example")).toBe(siteOf(sites, "JICHU.localhost"));
  expect(sites.find("console.localhost:3000")).toEqual({ kind: "console" });
  expect(sites.branch("jichu")?.id).toBe(tenantId);
});

test.each(["nobody.localhost", "a.jichu.localhost", "jichu.localhost.evil.example", "127.0.0.1", "", undefined])(
  "%j is nobody's host",
  (host) => {
    expect(someSites().find(host)).toBeNull();
  },
);

test("a branch called console, or a domain that is taken, gets nobody's place", () => {
  const sites = new Sites("localhost");
  sites.replaceAll([
    ...rowsWith({}),
    {
      id: "x",
      kind: "branch",
      slug: "console",
      state: "open",
      version: 1,
      removalVersion: 1,
      customDomain: "jichu.localhost",
    },
  ]);
  expect(sites.find("console.localhost")).toEqual({ kind: "console" });
  expect(siteOf(sites, "jichu.localhost").id).toBe(tenantId);
});

test("versions only rise, whichever way they are told", () => {
  const sites = someSites();
  expect(sites.raise(tenantId, 7, 3)).toBe(true);
  expect(sites.raise(tenantId, 5, 5)).toBe(true);
  sites.replaceAll(rowsWith({ version: 6 }));
  expect(siteOf(sites, "jichu.localhost")).toMatchObject({ version: 7, removalVersion: 5 });
  expect(sites.raise("unknown", 1, 1)).toBe(false);
});

test("a site stays the same object through reloads, and one that is gone has no host", () => {
  const sites = someSites();
  const site = siteOf(sites, "jichu.localhost");
  sites.replaceAll(rowsWith({ state: "archived", slug: "renamed" }));
  expect(siteOf(sites, "renamed.localhost")).toBe(site);
  expect(site.state).toBe("archived");
  expect(sites.find("jichu.localhost")).toBeNull();
  sites.replaceAll([]);
  expect(sites.find("renamed.localhost")).toBeNull();
});
