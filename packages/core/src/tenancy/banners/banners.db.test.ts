import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withOffice, withReader } from "@zhibu/db/scope";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import { findReaderCollege } from "../../articles/published/list-branches.ts";
import { provideQueue } from "../../articles/push/testing/push-queue.ts";
import type { BranchContext, OfficeContext } from "../../kernel/context.ts";
import { siteVersionOf } from "../../testing/articles.ts";
import { memberOf, newBranch } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { findReaderSite } from "../reader-site.ts";
import { addBanner } from "./add-banner.ts";
import { endBanner } from "./end-banner.ts";
import { listBanners } from "./list-banners.ts";
import { turnBanner } from "./turn-banner.ts";

// Every site is told of a banner: those of other tests must not be.
provideQueue(provideOwnDatabase());

let office: OfficeContext;
let branch: BranchContext;
beforeAll(async () => {
  branch = await memberOf(await newBranch(), ["webmaster"]);
});
beforeEach(async () => {
  office = await officerOf();
  await withOffice((tx) => tx.banner.updateMany({ where: { endedAt: null }, data: { endedAt: new Date() } }));
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const text = "因台风停课，返校时间另行通知";
const add = (change = {}) => addBanner(office, { text, href: "", startsAt: null, endsAt: inHours(5), ...change });
const onSite = async () =>
  (await withReader(branch.tenantId, (tx) => findReaderSite(tx, branch.tenantId)))?.college.banners;
const onPortal = async () => (await withReader(null, findReaderCollege))?.banners;

describe("a banner", () => {
  test("stands on every site and the portal at once, with its link, and every site is told", async () => {
    const before = await siteVersionOf(branch);
    await add({ href: "https://www.example.edu.cn/" });
    expect(await onSite()).toEqual([{ text, href: "https://www.example.edu.cn/" }]);
    expect(await onPortal()).toEqual([{ text, href: "https://www.example.edu.cn/" }]);
    expect((await siteVersionOf(branch)).version).toBeGreaterThan(before.version);
  });

  test("begins at its time: not before, and every site is told then", async () => {
    const { bannerId } = await add({ startsAt: inHours(1) });
    expect(await onSite()).toEqual([]);
    const before = await siteVersionOf(branch);
    await turnBanner(bannerId, new Date());
    expect(await siteVersionOf(branch)).toEqual(before);
    await turnBanner(bannerId, new Date(inHours(1.01)));
    const begun = await siteVersionOf(branch);
    expect(begun.version).toBe(before.version + 1n);
    expect(begun.removalVersion).toBe(before.removalVersion);
    await turnBanner(bannerId, new Date(inHours(6)));
    const over = await siteVersionOf(branch);
    expect(over.removalVersion).toBe(over.version);
  });

  test("both of its moments are in the queue with the change itself", async () => {
    const { bannerId } = await add({ startsAt: inHours(1) });
    const jobs = await withOffice(
      (tx) => tx.$queryRaw<{ at: Date }[]>`
        SELECT start_after AS at FROM pgboss.job WHERE name = 'banner.turn' AND data->>'bannerId' = ${bannerId} ORDER BY 1`,
    );
    expect(jobs).toHaveLength(2);
  });

  test("taken back is gone at once, and no stale page may show it", async () => {
    const { bannerId } = await add();
    await endBanner(office, { bannerId, version: 0 });
    expect(await onSite()).toEqual([]);
    const { version, removalVersion } = await siteVersionOf(branch);
    expect(removalVersion).toBe(version);
    expect(await reasonOf(endBanner(office, { bannerId, version: 1 }))).toBe("banner.overAlready");
    const { items } = await listBanners(office, { limit: 5 });
    expect(items[0]).toMatchObject({ id: bannerId, standing: "ended", can: { end: false } });
  });

  test("is refused without the permission, without time, stale, and twice at once", async () => {
    for (const role of ["inspector", "auditor"] as const) {
      const other = await officerOf([role]);
      expect(await reasonOf(addBanner(other, { text, href: "", startsAt: null, endsAt: inHours(1) }))).toBe(
        "forbidden",
      );
      expect(await reasonOf(listBanners(other, { limit: 5 }))).toBe("forbidden");
    }
    expect(await reasonOf(add({ endsAt: inHours(-1) }))).toBe("banner.endsBeforeItStarts");
    expect(await reasonOf(add({ endsAt: inHours(24 * 40) }))).toBe("banner.tooLong");
    const { bannerId } = await add();
    expect(await reasonOf(endBanner(office, { bannerId, version: 4 }))).toBe("changedMeanwhile");
    const both = [1, 2].map(() => reasonOf(endBanner(office, { bannerId, version: 0 })));
    expect((await Promise.all(both)).filter((reason) => reason === "accepted")).toHaveLength(1);
  });
});
