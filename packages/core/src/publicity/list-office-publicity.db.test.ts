import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import type { OverviewView } from "@zhibu/domain/publicity/overview-views";
import type { ListOfficePublicityInput } from "@zhibu/domain/publicity/publicity-overview";
import type { OfficeContext } from "../kernel/context.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { officerOf } from "../testing/office.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { endPublicity } from "./end-publicity.ts";
import { listOfficePublicity } from "./list-office-publicity.ts";
import { objectionTo } from "./testing/drafted-list.ts";
import {
  draftedBy,
  preparePublicity,
  publicityBranch,
  runningBy,
  type PublicityStaff,
} from "./testing/publicity-for-tests.ts";

const errors: Error[] = [];
/** In every title of this file's lists: other files write in the same database. */
const mark = newId().slice(-12);
let now = new Date("2026-11-02T01:00:00Z");
const clock = () => now;
let office: OfficeContext;
const ids: Record<string, string> = {};

/** A list of a branch of its own, with a name that is ordered by. */
async function listIn(name: string, make: (staff: PublicityStaff, title: string) => Promise<{ publicityId: string }>) {
  const { branch, staff } = await publicityBranch(clock);
  const data = { name: `${name}支部${mark}`, shortName: name };
  await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data }));
  const { publicityId } = await make(staff, `公示${name}${mark}`);
  ids[name] = publicityId;
  return { staff, publicityId };
}

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), (error) => errors.push(error));
  office = await officerOf(["office"], clock);
  const ended = await listIn("乙", (staff, title) => runningBy(staff, { title }));
  now = new Date("2026-11-10T01:00:00Z");
  await endPublicity(ended.staff.secretary.tenantId, ended.publicityId, clock);
  await listIn("甲", (staff, title) => runningBy(staff, { title }));
  const objected = await listIn("丙", (staff, title) => runningBy(staff, { title, lastDay: "2026-11-30" }));
  await objectionTo(objected.staff.secretary, objected.publicityId);
  await objectionTo(objected.staff.secretary, objected.publicityId);
  await listIn("丁", (staff, title) => runningBy(staff, { title, lastDay: "2044-12-05" }));
  await listIn("戊", (staff, title) => draftedBy(staff.webmaster, { title }));
  now = new Date("2026-11-16T01:00:00Z");
});

afterAll(async () => {
  await disconnectQueue();
  expect(errors).toEqual([]);
});

const ask = (change: Partial<ListOfficePublicityInput> = {}) =>
  listOfficePublicity(office, { view: "all", sort: "branch", order: "asc", search: mark, limit: 50, ...change });

async function names(change: Partial<ListOfficePublicityInput> = {}): Promise<string> {
  const { items } = await ask(change);
  return items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id) ?? "?").join("");
}

describe("the overview of all branches' lists", () => {
  test.each<[OverviewView, string]>([
    ["all", "丙丁甲戊乙"],
    ["running", "丙丁甲"],
    ["endingSoon", "甲"],
    ["unstated", "乙"],
    ["objected", "丙"],
    ["provisional", "丁"],
  ])("%s shows %s", async (view, shown) => {
    expect(await names({ view })).toBe(shown);
  });

  test("says of each list whose it is, what it is and where it stands", async () => {
    const { items } = await ask({ view: "objected" });
    expect(items).toEqual([
      {
        id: ids["丙"],
        slug: expect.any(String) as string,
        branch: `丙支部${mark}`,
        title: `公示丙${mark}`,
        typeName: "拟接收预备党员",
        state: "running",
        lastDay: "2026-11-30",
        provisional: false,
        stateSince: new Date("2026-11-10T01:00:00Z"),
        openObjections: 2,
      },
    ]);
  });

  test.each([
    ["endsAt", "乙甲丙丁戊"],
    ["branch", "丙丁甲戊乙"],
  ] as const)("is ordered by %s either way", async (sort, order) => {
    expect(await names({ sort })).toBe(order);
    expect(await names({ sort, order: "desc" })).toBe(Array.from(order).toReversed().join(""));
  });

  test.each(["endsAt", "branch", "objections", "stateSince"] as const)(
    "by %s a walk through pages of one misses nothing and shows nothing twice",
    async (sort) => {
      const walked: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ask({ sort, order: "desc", limit: 1, ...(cursor === undefined ? {} : { cursor }) });
        walked.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(walked).toEqual((await ask({ sort, order: "desc" })).items.map(({ id }) => id));
      expect(walked).toHaveLength(5);
    },
  );

  test("is found by words of the branch's name or the title, which stand for themselves", async () => {
    expect(await names({ search: `甲支部${mark}` })).toBe("甲");
    expect(await names({ search: `公示乙${mark}` })).toBe("乙");
    expect(await names({ search: "%" })).toBe("");
  });

  test("counts on the first page alone", async () => {
    const { counts, nextCursor } = await ask({ limit: 1 });
    for (const view of ["running", "endingSoon", "unstated", "objected", "provisional"] as const)
      expect(counts?.[view]).toBeGreaterThanOrEqual(1);
    expect((await ask({ cursor: nextCursor ?? "" })).counts).toBeNull();
  });

  test("refuses a cursor of another order, and who is not the office", async () => {
    const { nextCursor } = await ask({ limit: 1 });
    expect(await reasonOf(ask({ sort: "endsAt", cursor: nextCursor ?? "" }))).toBe("badCursor");
    const stranger = await officerOf(["inspector", "auditor"]);
    const input = { view: "all", sort: "branch", order: "asc", search: "", limit: 1 } as const;
    expect(await reasonOf(listOfficePublicity(stranger, input))).toBe("forbidden");
  });
});
