import pg from "pg";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { bumpSiteVersion } from "@zhibu/core/kernel/bump-site-version";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { ensureCollege, newBareBranch, type TestBranch } from "@zhibu/db/testing/factories";
import type {} from "@zhibu/db/testing/global-setup";
import { followSites } from "./site-directory.ts";
import { Sites } from "./sites.ts";
import { silentLog } from "./testing/reader-server.ts";
import { siteOf } from "./testing/sites.ts";

async function follow() {
  await ensureCollege();
  const sites = new Sites("localhost");
  const directory = await followSites({ databaseUrl: inject("appUrl"), sites, log: silentLog });
  onTestFinished(directory.stop);
  return { sites, directory };
}

function hostOf(branch: TestBranch): string {
  return `${branch.slug}.localhost`;
}

async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
}

const cutConnections =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'zhibu site directory'";

test("the directory is there when the start ends, branches and portal", async () => {
  const branch = await newBareBranch();
  const { sites, directory } = await follow();
  expect(siteOf(sites, hostOf(branch))).toMatchObject({
    id: branch.tenantId,
    kind: "branch",
    state: "open",
    version: 1,
  });
  expect(siteOf(sites, "localhost").kind).toBe("portal");
  expect(directory.isFresh()).toBe(true);
});

test("a change is known well within a second, of the branch and of the portal", async () => {
  const branch = await newBareBranch();
  const { sites } = await follow();
  const portalBefore = siteOf(sites, "localhost").version;
  await withTenant(branch.tenantId, (tx) => bumpSiteVersion(tx, { removal: true }));
  await vi.waitFor(() => expect(siteOf(sites, hostOf(branch))).toMatchObject({ version: 2, removalVersion: 2 }), {
    timeout: 500,
    interval: 5,
  });
  expect(siteOf(sites, "localhost").version).toBeGreaterThan(portalBefore);
});

test("a change that was rolled back is none", async () => {
  const branch = await newBareBranch();
  const { sites } = await follow();
  const lost = withTenant(branch.tenantId, async (tx) => {
    await bumpSiteVersion(tx, { removal: false });
    throw new Error("rolled back");
  });
  await expect(lost).rejects.toThrow("rolled back");
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(siteOf(sites, hostOf(branch)).version).toBe(1);
});

test("a notification that was lost is healed by the poll", async () => {
  const branch = await newBareBranch();
  const { sites } = await follow();
  await asOwner(
    `UPDATE site_version SET version = 9, changed_at = clock_timestamp() WHERE site_id = '${branch.tenantId}'`,
  );
  await vi.waitFor(() => expect(siteOf(sites, hostOf(branch)).version).toBe(9), { timeout: 2_500 });
});

test("a new branch has its host, a suspended one its state, without a restart", async () => {
  const { sites } = await follow();
  const branch = await newBareBranch();
  await vi.waitFor(() => siteOf(sites, hostOf(branch)), { timeout: 2_500 });
  await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { state: "suspended" } }));
  await vi.waitFor(() => expect(siteOf(sites, hostOf(branch)).state).toBe("suspended"), { timeout: 2_500 });
});

test("without the database everything known stays, and what happened meanwhile is caught up with", async () => {
  const branch = await newBareBranch();
  const { sites, directory } = await follow();
  await asOwner(cutConnections);
  await vi.waitFor(() => expect(directory.isFresh()).toBe(false), { timeout: 1_000, interval: 5 });
  expect(siteOf(sites, hostOf(branch)).id).toBe(branch.tenantId);
  await withTenant(branch.tenantId, (tx) => bumpSiteVersion(tx, { removal: false }));
  await vi.waitFor(() => expect(directory.isFresh()).toBe(true), { timeout: 5_000 });
  await vi.waitFor(() => expect(siteOf(sites, hostOf(branch)).version).toBe(2), { timeout: 2_500 });
});

test("a database that can't be reached at the start is an error", async () => {
  const start = followSites({
    databaseUrl: "postgresql://zhibu_app@127.0.0.1:1/none",
    sites: new Sites("localhost"),
    log: silentLog,
  });
  await expect(start).rejects.toThrow();
});
