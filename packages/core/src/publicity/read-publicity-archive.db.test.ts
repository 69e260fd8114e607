import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { BranchContext } from "../kernel/context.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { officerOf, trailOf } from "../testing/office.ts";
import { endPublicity } from "./end-publicity.ts";
import { getPublicity } from "./get-publicity.ts";
import { readPublicityArchive } from "./read-publicity-archive.ts";
import { savePublicity } from "./save-publicity.ts";
import { signCorrection } from "./sign-publicity.ts";
import { submitPublicity } from "./submit-publicity.ts";
import {
  draftedBy,
  listRow,
  preparePublicity,
  publicityBranch,
  runningBy,
  sampleDraft,
  sampleNames,
} from "./testing/publicity-for-tests.ts";

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const begin = new Date("2041-11-04T09:00:00+08:00");
const reason = "核对入党材料";

/** A list that was corrected once and is over. */
async function overList() {
  let now = begin;
  const clock = () => now;
  const { branch, staff } = await publicityBranch(clock);
  const { publicityId } = await runningBy(staff);
  const { version } = await listRow(staff.secretary, publicityId);
  now = new Date("2041-11-05T09:00:00+08:00");
  const entries = [{ name: "示例丁", unit: "2023级护理学2班" }];
  const saved = await savePublicity(staff.organiser, { publicityId, version, draft: sampleDraft({ entries }) });
  await signCorrection(staff.secretary, { ...(await submitPublicity(staff.organiser, saved)), reason: "漏列一名" });
  now = new Date("2041-12-01T09:00:00+08:00");
  await endPublicity(branch.tenantId, publicityId, clock);
  return { branch, staff, publicityId, clock };
}

/** The office as the gate lets it into a branch. */
async function officeIn({ tenantId }: BranchContext, now: () => Date): Promise<BranchContext> {
  const { actor } = await officerOf(["office"], now);
  return { tenantId, actor: { ...actor, roles: { branch: [], college: actor.roles } }, now };
}

describe("the archive of a list that is over", () => {
  test("gives every text readers had, newest first, tells who looked before, and records the look with its reason", async () => {
    const { branch, staff, publicityId, clock } = await overList();
    const first = await readPublicityArchive(staff.secretary, { publicityId, reason });
    expect(first.looks).toEqual([]);
    expect(first.texts).toMatchObject([
      { number: 2, entries: [{ name: "示例丁" }], startsAt: new Date("2041-11-05T09:00:00+08:00") },
      { number: 1, entries: sampleNames.map((name) => ({ name })), startsAt: begin },
    ]);
    expect(first.texts[0]?.columns.map(({ label }) => label)).toEqual(["姓名", "年级专业或部门"]);
    const office = await officeIn(staff.secretary, clock);
    await readPublicityArchive(office, { publicityId, reason: "上级检查抽查" });
    const { looks } = await readPublicityArchive(staff.organiser, { publicityId, reason: "答复本人查询" });
    expect(looks).toMatchObject([
      { actorName: office.actor.displayName, reason: "上级检查抽查", file: null, at: clock() },
      { actorName: staff.secretary.actor.displayName, reason, file: null },
    ]);
    const trail = (await trailOf(branch.tenantId, publicityId)).filter(
      ({ action }) => action === "publicity.readArchive",
    );
    expect(trail.map(({ actorId, changes }) => [actorId, changes])).toEqual([
      [staff.secretary.actor.userId, { no: expect.any(Number) as number, reason }],
      [office.actor.userId, { no: expect.any(Number) as number, reason: "上级检查抽查" }],
      [staff.organiser.actor.userId, { no: expect.any(Number) as number, reason: "答复本人查询" }],
    ]);
  });

  test("is closed to whoever prepares and writes only, and what the page asks for has no name in it", async () => {
    const { branch, staff, publicityId } = await overList();
    for (const person of [staff.webmaster, staff.contributor])
      await expect(readPublicityArchive(person, { publicityId, reason })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await trailOf(branch.tenantId, publicityId)).map(({ action }) => action)).not.toContain(
      "publicity.readArchive",
    );
    for (const [person, may] of [
      [staff.secretary, true],
      [staff.organiser, true],
      [staff.webmaster, false],
    ] as const) {
      const detail = await getPublicity(person, { publicityId });
      expect(detail.can.readArchive).toBe(may);
      for (const name of [...sampleNames, "示例丁"]) expect(JSON.stringify(detail)).not.toContain(name);
    }
  });

  test("another branch's does not exist, and leaves no look in either trail", async () => {
    const [victim, other] = [await overList(), await publicityBranch(() => begin)];
    await expect(
      readPublicityArchive(other.staff.secretary, { publicityId: victim.publicityId, reason }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const { tenantId } of [victim.branch, other.branch])
      expect((await trailOf(tenantId, victim.publicityId)).map(({ action }) => action)).not.toContain(
        "publicity.readArchive",
      );
  });

  test("has nothing of a list that never was before readers", async () => {
    const { staff } = await publicityBranch(() => begin);
    const { publicityId } = await draftedBy(staff.organiser);
    expect((await readPublicityArchive(staff.secretary, { publicityId, reason })).texts).toEqual([]);
    expect((await getPublicity(staff.secretary, { publicityId })).can.readArchive).toBe(false);
  });
});
