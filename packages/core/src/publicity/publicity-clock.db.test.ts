import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice, withReader } from "@zhibu/db/scope";
import { dateOf } from "../kernel/day-of.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { officerOf } from "../testing/office.ts";
import { endPublicity } from "./end-publicity.ts";
import { extendPublicity } from "./extend-publicity.ts";
import { getPublicity } from "./get-publicity.ts";
import { sweepPublicity } from "./publicity-jobs.ts";
import { findPublicity } from "./published/find-publicity.ts";
import { savePublicity } from "./save-publicity.ts";
import { setCalendarYear } from "./set-calendar-year.ts";
import { signCorrection, signPublicity } from "./sign-publicity.ts";
import { startPublicity } from "./start-publicity.ts";
import { statePublicity } from "./state-publicity.ts";
import { submitPublicity } from "./submit-publicity.ts";
import {
  listRow,
  preparePublicity,
  publicityBranch,
  runningBy,
  sampleDraft,
  sampleNames,
  submittedBy,
} from "./testing/publicity-for-tests.ts";
import { unsignPublicity } from "./unsign-publicity.ts";
import { withdrawPublicity } from "./withdraw-publicity.ts";

const errors: Error[] = [];

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), (error) => errors.push(error));
});

afterAll(async () => {
  await disconnectQueue();
  expect(errors).toEqual([]);
});

const at = (local: string): Date => new Date(`${local}:00+08:00`);

/** A clock a test moves. */
function clock(start: string) {
  let now = at(start);
  return { now: () => now, set: (local: string) => (now = at(local)) };
}

/** The database hides names by its own clock: where a test reads them, its list has to run beyond today. */
const aheadOfTheDatabase = "2041-11-04T09:00";

/** Everything a reader's transaction can get hold of, as text. */
async function readableBy(tenantId: Parameters<typeof endPublicity>[0]): Promise<string> {
  const rows = await withReader(tenantId, async (tx) => [
    await tx.publicityText.findMany({ select: { title: true, entries: true } }),
    await tx.publicityList.findMany({ select: { title: true, statement: true } }),
  ]);
  return JSON.stringify(rows);
}

describe("a list runs", () => {
  test("from the signature through the whole working days, and its names are gone at the minute", async () => {
    const time = clock("2026-11-06T18:30");
    const { staff } = await publicityBranch(time.now);
    const { tenantId } = staff.secretary;
    const { publicityId } = await runningBy(staff);
    const row = await listRow(staff.secretary, publicityId);
    expect(row).toMatchObject({
      state: "running",
      startsAt: at("2026-11-06T18:30"),
      lastDay: dateOf("2026-11-13"),
      endsAt: at("2026-11-14T00:00"),
      provisional: false,
      draft: null,
    });
    time.set("2026-11-13T23:59");
    expect(await endPublicity(tenantId, publicityId, time.now)).toBe(false);
    time.set("2026-11-14T00:00");
    const runs = await Promise.all(Array.from({ length: 5 }, () => endPublicity(tenantId, publicityId, time.now)));
    expect(runs.filter(Boolean)).toHaveLength(1);
  });

  test("readers get the list while it runs, and a stub without names afterwards", async () => {
    const time = clock(aheadOfTheDatabase);
    const { staff } = await publicityBranch(time.now);
    const { tenantId } = staff.secretary;
    const { publicityId } = await runningBy(staff);
    const { no, endsAt } = await listRow(staff.secretary, publicityId);
    const shown = await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no));
    expect(shown).toMatchObject({ kind: "running", typeName: "拟接收预备党员", provisional: true, endsAt });
    expect(shown).toMatchObject({
      notice: expect.stringContaining("公示期自2041年11月4日至2041年11月11日，共5个工作日") as string,
      entries: sampleDraft().entries,
    });
    time.set("2041-11-12T00:00");
    expect(await endPublicity(tenantId, publicityId, time.now)).toBe(true);
    const stub = await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no));
    expect(stub).toMatchObject({ kind: "stub", state: "ended", objections: { received: 0, open: 0 } });
    for (const name of sampleNames) expect(await readableBy(tenantId)).not.toContain(name);
  });

  test("the database hides the names though the job never ran, or a backup says it still runs", async () => {
    const { staff } = await publicityBranch(() => new Date(Date.now() - 30 * 86_400_000));
    const { tenantId } = staff.secretary;
    const { publicityId } = await runningBy(staff);
    const row = await listRow(staff.secretary, publicityId);
    expect(row.state).toBe("running");
    expect(row.endsAt?.getTime()).toBeLessThan(Date.now());
    for (const name of sampleNames) expect(await readableBy(tenantId)).not.toContain(name);
    expect(await withReader(tenantId, (tx) => findPublicity(tx, tenantId, row.no))).toMatchObject({ kind: "stub" });
  });

  test("planned for later: it begins at its instant, once, and late if the server was away, with its whole period", async () => {
    const time = clock("2026-11-02T09:00");
    const { staff } = await publicityBranch(time.now);
    const { tenantId } = staff.secretary;
    const draft = { startsAt: "2026-11-04T08:00:00+08:00", lastDay: "2026-11-11" };
    const signed = await signPublicity(staff.secretary, await submittedBy(staff.organiser, draft));
    expect(signed.state).toBe("signed");
    expect(await readableBy(tenantId)).not.toContain(sampleNames[0]);
    expect(await startPublicity(tenantId, signed.publicityId, time.now)).toBe(false);
    time.set("2026-11-06T10:00");
    const runs = await Promise.all([1, 2, 3].map(() => startPublicity(tenantId, signed.publicityId, time.now)));
    expect(runs.filter(Boolean)).toHaveLength(1);
    expect(await listRow(staff.secretary, signed.publicityId)).toMatchObject({
      state: "running",
      lastDay: dateOf("2026-11-13"),
    });
  });

  test("a signature can be taken back before it begins, and the draft is as it was", async () => {
    const time = clock("2026-11-02T09:00");
    const { staff } = await publicityBranch(time.now);
    const signed = await signPublicity(
      staff.secretary,
      await submittedBy(staff.organiser, { startsAt: "2026-11-04T08:00:00+08:00" }),
    );
    const back = await unsignPublicity(staff.secretary, { ...signed, reason: "名单有误" });
    expect(back.state).toBe("draft");
    time.set("2026-11-05T08:00");
    expect(await startPublicity(staff.secretary.tenantId, signed.publicityId, time.now)).toBe(false);
    expect(await listRow(staff.secretary, signed.publicityId)).toMatchObject({
      draft: { contact: sampleDraft().contact, entries: sampleDraft().entries },
    });
  });

  test("the sweep ends what no job ended, each list once", async () => {
    const time = clock("2026-11-02T09:00");
    const lists = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { staff } = await publicityBranch(time.now);
        return { staff, ...(await runningBy(staff)) };
      }),
    );
    time.set("2026-11-10T00:00");
    await Promise.all([sweepPublicity(time.now), sweepPublicity(time.now)]);
    for (const { staff, publicityId } of lists) {
      const { tenantId } = staff.secretary;
      expect((await listRow(staff.secretary, publicityId)).state).toBe("ended");
      const ends = await withOffice((tx) =>
        tx.auditEntry.count({ where: { tenantId, subjectId: publicityId, action: "publicity.end" } }),
      );
      expect(ends).toBe(1);
    }
  });
});

describe("while it runs", () => {
  test("a correction restarts the whole period, needs a second person, and keeps the old text on record", async () => {
    const time = clock(aheadOfTheDatabase);
    const { staff } = await publicityBranch(time.now);
    const { tenantId } = staff.secretary;
    const running = await runningBy(staff);
    time.set("2041-11-07T09:00");
    const saved = await savePublicity(staff.organiser, {
      ...running,
      draft: sampleDraft({ entries: [{ name: "更正示例", unit: "2023级护理学2班" }] }),
    });
    expect(await readableBy(tenantId)).toContain(sampleNames[0]);
    const { shownContact } = await getPublicity(staff.organiser, running);
    expect(shownContact).toEqual(sampleDraft().contact);
    const handed = await submitPublicity(staff.organiser, saved);
    expect(handed.state).toBe("running");
    const corrected = await signCorrection(staff.secretary, { ...handed, reason: "第1人姓名有误" });
    expect(await listRow(staff.secretary, running.publicityId)).toMatchObject({
      state: "running",
      startsAt: at("2041-11-07T09:00"),
      lastDay: dateOf("2041-11-14"),
      version: corrected.version,
    });
    const readable = await readableBy(tenantId);
    expect(readable).toContain("更正示例");
    expect(readable).not.toContain(sampleNames[0]);
    const texts = await withOffice((tx) =>
      tx.publicityText.findMany({ where: { tenantId, listId: running.publicityId }, orderBy: { number: "asc" } }),
    );
    expect(texts.map(({ reason }) => reason)).toEqual(["", "第1人姓名有误"]);
    // The job of the first end finds the end moved.
    time.set("2041-11-12T00:00");
    expect(await endPublicity(tenantId, running.publicityId, time.now)).toBe(false);
    time.set("2041-11-15T00:00");
    expect(await endPublicity(tenantId, running.publicityId, time.now)).toBe(true);
  });

  test("it can be lengthened with a reason, never shortened", async () => {
    const time = clock("2026-11-02T09:00");
    const { staff } = await publicityBranch(time.now);
    const running = await runningBy(staff);
    const extend = (lastDay: string) =>
      extendPublicity(staff.secretary, { ...running, lastDay, reason: "校庆停网半日" });
    await expect(extend("2026-11-08")).rejects.toMatchObject({ code: "INVALID", reason: "publicity.notLater" });
    await extend("2026-11-12");
    expect(await listRow(staff.secretary, running.publicityId)).toMatchObject({
      lastDay: dateOf("2026-11-12"),
      endsAt: at("2026-11-13T00:00"),
    });
  });

  test("it can be withdrawn with a reason: the names are gone and a stub remains", async () => {
    const time = clock("2026-11-02T09:00");
    const { staff } = await publicityBranch(time.now);
    const { tenantId } = staff.secretary;
    const running = await runningBy(staff);
    await withdrawPublicity(staff.secretary, { ...running, reason: "程序有误" });
    const { no } = await listRow(staff.secretary, running.publicityId);
    expect(await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no))).toMatchObject({
      kind: "stub",
      state: "withdrawn",
    });
    expect(await readableBy(tenantId)).not.toContain(sampleNames[0]);
  });

  test("a provisional end moves later when the year's calendar arrives, and the trail says why", async () => {
    const time = clock("2031-12-29T09:00");
    const { staff } = await publicityBranch(time.now);
    const running = await runningBy(staff);
    expect(await listRow(staff.secretary, running.publicityId)).toMatchObject({
      provisional: true,
      lastDay: dateOf("2032-01-05"),
    });
    const officer = await officerOf(["office"], time.now);
    const set = (year: number, daysOff: string[]) =>
      setCalendarYear(officer, { year, version: 0, daysOff, swappedIn: [], source: "国务院办公厅通知" });
    await set(2031, []);
    expect((await set(2032, ["2032-01-01", "2032-01-02"])).moved).toBeGreaterThanOrEqual(1);
    expect(await listRow(staff.secretary, running.publicityId)).toMatchObject({
      provisional: false,
      lastDay: dateOf("2032-01-07"),
      endsAt: at("2032-01-08T00:00"),
    });
  });
});

describe("after it", () => {
  async function endedList() {
    const time = clock("2026-11-02T09:00");
    const { staff } = await publicityBranch(time.now);
    const { publicityId } = await runningBy(staff);
    time.set("2026-11-10T00:00");
    await endPublicity(staff.secretary.tenantId, publicityId, time.now);
    const { version, statement, no } = await listRow(staff.secretary, publicityId);
    return { staff, ref: { publicityId, version }, statement, no };
  }

  test("the statement is proposed, signed and published, without names", async () => {
    const { staff, ref, statement, no } = await endedList();
    const { tenantId } = staff.secretary;
    expect(statement).toBe(
      "《关于2026年秋季拟接收预备党员的公示》公示期为2026年11月2日至2026年11月9日，公示期间未收到异议。",
    );
    await expect(
      statePublicity(staff.secretary, { ...ref, statement: `经公示，${sampleNames[1]}等同志无异议。` }),
    ).rejects.toMatchObject({ code: "INVALID", reason: "publicity.nameInStatement" });
    await statePublicity(staff.secretary, { ...ref, statement });
    expect(await withReader(tenantId, (tx) => findPublicity(tx, tenantId, no))).toMatchObject({
      kind: "stub",
      state: "stated",
      statement,
    });
  });
});
