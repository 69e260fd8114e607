import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { holdAsOwner, type HeldLocks } from "@zhibu/db/testing/owner";
import { startScratchPostgres, type ScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { branchDesk } from "../../fixtures/branch-desk.ts";
import { closingLists, type ClosingLists } from "../../fixtures/closing-lists.ts";
import { freePort, startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { readFrom } from "../../fixtures/read-from.ts";
import { beginList, type RunningList } from "../../fixtures/running-list.ts";
import { test } from "../../fixtures/test.ts";

let folder: string;
let postgres: ScratchPostgres;
let databaseUrl: string;
let port: number;
let database: ClosingLists;
const portals: PortalProcess[] = [];

test.describe.configure({ mode: "serial" });

async function start(at?: number): Promise<PortalProcess> {
  const portal = await startPortal({ databaseUrl, dataDir: folder, ...(at === undefined ? {} : { port: at }) });
  portals.push(portal);
  return portal;
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-ten-"));
  postgres = await startScratchPostgres();
  databaseUrl = await postgres.createDatabase("ten");
  database = closingLists(databaseUrl);
  port = await freePort();
  await start(port);
});

test.afterAll(async () => {
  await Promise.all(portals.map((portal) => portal.end("SIGKILL")));
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Five lists of each of two branches, the first branch's first: the clock's knocks come in this order. */
async function tenLists(round: string): Promise<RunningList[]> {
  const lists: RunningList[] = [];
  for (const slug of ["yaoxue", "huli"]) {
    const desk = await branchDesk(port, slug);
    for (const index of ["甲", "乙", "丙", "丁", "戊"])
      lists.push(
        await beginList(desk, `${round}第${index}批拟接收预备党员公示`, [`示${round}${index}`, `例${index}某`]),
      );
  }
  return lists;
}

const pageOf = (portal: PortalProcess, { slug, no }: RunningList) =>
  readFrom(portal.port, `${slug}.localhost`, `/g/${no}`);

/** The pages are ready with the names on them, so that what readers get afterwards had to take their place. */
async function expectNames(portal: PortalProcess, lists: readonly RunningList[]): Promise<void> {
  for (const list of lists) {
    const { status, body } = await pageOf(portal, list);
    expect(status).toBe(200);
    for (const name of list.names) expect(body).toContain(name);
  }
}

async function expectClosedOnce(portal: PortalProcess, lists: readonly RunningList[]): Promise<void> {
  expect(await database.closings(lists)).toEqual(lists.map(() => ({ state: "ended", events: 1, audits: 1, told: 1 })));
  expect(await database.brokenChains()).toBe(0);
  for (const list of lists) {
    const { body } = await pageOf(portal, list);
    expect(body).toContain(list.title);
    expect(body).toContain("公示已结束");
    for (const name of list.names) expect(body).not.toContain(name);
  }
}

/** The last thing a closing writes is its site's version: the second branch's first list gets as far as that and no further. */
function holdSecondBranch(): Promise<HeldLocks> {
  return holdAsOwner(
    databaseUrl,
    "SELECT FROM site_version WHERE site_id = (SELECT id FROM branch WHERE slug = 'huli') FOR UPDATE",
  );
}

const statesOf = async (lists: readonly RunningList[]) => (await database.closings(lists)).map(({ state }) => state);
const halfway = [...Array<string>(5).fill("ended"), ...Array<string>(5).fill("running")];

test("killed with -9 in the middle of closing ten lists, each is closed exactly once after the restart", async () => {
  test.setTimeout(180_000);
  const [portal] = portals;
  if (!portal) throw new Error("no portal");
  const lists = await tenLists("断电");
  await expectNames(portal, lists);
  const lock = await holdSecondBranch();
  await database.endNow(lists);
  await expect.poll(() => statesOf(lists), { intervals: [100] }).toEqual(halfway);
  await expect.poll(database.waiting, { intervals: [50] }).toBeGreaterThan(0);
  await portal.end("SIGKILL");
  await lock.release();
  await expect.poll(database.connections).toBe(0);
  // What the sixth had written is gone with it.
  expect((await database.closings(lists)).map(({ events, audits, told }) => [events, audits, told])).toEqual([
    ...Array<number[]>(5).fill([1, 1, 1]),
    ...Array<number[]>(5).fill([0, 0, 0]),
  ]);

  const restarted = await start(port);
  // The dead worker's knock, and those it had answered as if it had died before it could say so.
  await database.knockAgain(lists, ["active", "completed"]);
  await expect.poll(() => database.knocks(lists), { timeout: 30_000 }).toEqual({ completed: 10 });
  await expectClosedOnce(restarted, lists);
});

test("two portals knocked at the same lists, one of them killed with -9 meanwhile, close each exactly once", async () => {
  test.setTimeout(180_000);
  const first = portals.at(-1);
  if (!first) throw new Error("no portal");
  const second = await start();
  const lists = await tenLists("双机");
  await Promise.all([expectNames(first, lists), expectNames(second, lists)]);
  const lock = await holdSecondBranch();
  await database.doubleKnocks(lists);
  await database.endNow(lists);
  // Each portal works on one knock at a time: one is in the middle of closing the sixth list, the other before it.
  await expect.poll(() => statesOf(lists), { intervals: [100] }).toEqual(halfway);
  await expect.poll(() => database.knocks(lists), { intervals: [50] }).toMatchObject({ active: 2, completed: 10 });
  await expect.poll(database.waiting, { intervals: [50] }).toBeGreaterThanOrEqual(2);
  await first.end("SIGKILL");
  await lock.release();
  // The other one goes on by itself; the dead one's knock is left over.
  await expect.poll(() => database.knocks(lists), { timeout: 30_000 }).toEqual({ active: 1, completed: 19 });
  await expectClosedOnce(second, lists);
  await database.knockAgain(lists, ["active"]);
  await expect.poll(() => database.knocks(lists), { timeout: 30_000 }).toEqual({ completed: 20 });
  await expectClosedOnce(second, lists);
});
