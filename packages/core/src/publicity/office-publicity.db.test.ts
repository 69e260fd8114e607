import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice, withReader } from "@zhibu/db/scope";
import { announcedSource, defaultPublicityTemplates } from "@zhibu/domain/publicity/default-templates";
import { dateOf } from "../kernel/day-of.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { officerOf } from "../testing/office.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { announcedYear } from "./announced-years.ts";
import { getCalendarYear } from "./get-calendar-year.ts";
import { getPublicity } from "./get-publicity.ts";
import { getTemplate } from "./get-template.ts";
import { listCalendarYears } from "./list-calendar-years.ts";
import { listTemplates } from "./list-templates.ts";
import { previewCalendarYear } from "./preview-calendar-year.ts";
import { findPublicity } from "./published/find-publicity.ts";
import { saveTemplate } from "./save-template.ts";
import { setCalendarYear } from "./set-calendar-year.ts";
import { draftedBy, listRow, preparePublicity, publicityBranch, runningBy } from "./testing/publicity-for-tests.ts";

const errors: Error[] = [];

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), (error) => errors.push(error));
});

afterAll(async () => {
  await disconnectQueue();
  expect(errors).toEqual([]);
});

const at = (local: string) => () => new Date(`${local}:00+08:00`);

function words() {
  const [definition] = defaultPublicityTemplates;
  if (!definition) throw new Error("no default template");
  const { key: _, ...rest } = definition;
  return rest;
}

async function newType() {
  const officer = await officerOf(["office"], at("2026-11-02T09:00"));
  const key = `type-${crypto.randomUUID().slice(0, 8)}`;
  const { templateId } = await saveTemplate(officer, { templateId: null, version: 0, key, definition: words() });
  return { officer, key, templateId };
}

describe("a type of list", () => {
  test("is read with every wording it had, and the lists that stand under each", async () => {
    const { officer, key, templateId } = await newType();
    const { staff } = await publicityBranch(at("2026-11-02T09:00"));
    await draftedBy(staff.webmaster, {}, key);
    const definition = { ...words(), workingDaysMin: 7 };
    await saveTemplate(officer, { templateId, version: 0, key, definition });
    expect(await getTemplate(officer, { templateId })).toMatchObject({
      version: 1,
      archivedAt: null,
      versions: [
        { number: 2, lists: 0, definition: { workingDaysMin: 7 }, createdByName: officer.actor.displayName },
        { number: 1, lists: 1, definition: { workingDaysMin: 5 } },
      ],
    });
    const listed = (await listTemplates(officer)).find(({ id }) => id === templateId);
    expect(listed).toMatchObject({ number: 2, lists: 1, definition: { workingDaysMin: 7 } });
    expect(await reasonOf(getTemplate(officer, { templateId: crypto.randomUUID() }))).toBe("notFound");
  });

  test("is not saved twice in the same words", async () => {
    const { officer, key, templateId } = await newType();
    const again = { templateId, version: 0, key, definition: words() };
    expect(await reasonOf(saveTemplate(officer, again))).toBe("publicity.templateUnchanged");
    // Nothing was written: the version the office holds is still good.
    await saveTemplate(officer, { ...again, definition: { ...words(), workingDaysMin: 6 } });
  });

  test("takes no column for what must not be shown, and promises no scope that no site keeps", async () => {
    const { officer, key, templateId } = await newType();
    const save = (change: Partial<ReturnType<typeof words>>) =>
      reasonOf(saveTemplate(officer, { templateId, version: 0, key, definition: { ...words(), ...change } }));
    const phone = { key: "phone", label: "联系电话", kind: "text", required: false, lengthMax: 20 } as const;
    expect(await save({ columns: [...words().columns, phone] })).toBe("publicity.forbiddenColumn");
    expect(await save({ scope: "branch" })).toBe("publicity.scopeNotOffered");
  });
});

/** Each test has years of its own: the calendar is the college's, and other tests look at it. */
describe("the working calendar", () => {
  test("a year that is missing is offered from the maintained source, and says what came from where", async () => {
    const officer = await officerOf(["office"], at("2024-06-01T09:00"));
    const { years, thisYear } = await listCalendarYears(officer);
    expect(thisYear).toBe(2024);
    expect(years[0]?.year).toBeGreaterThanOrEqual(2026);
    expect(years.find(({ year }) => year === 2024)).toMatchObject({ state: "missing", isAnnounced: true });
    const missing = await getCalendarYear(officer, { year: 2024 });
    expect(missing).toMatchObject({
      state: "missing",
      version: 0,
      daysOff: [],
      announced: { source: announcedSource },
    });
    expect(new Set(missing.announced?.daysOff)).toEqual(announcedYear(2024)?.daysOff);
    expect((await getCalendarYear(officer, { year: 2099 })).announced).toBeNull();
  });

  test("a year two people enter at once is told to the second of them", async () => {
    const officer = await officerOf(["office"], at("2026-11-02T09:00"));
    const input = { year: 2061, version: 0, daysOff: ["2061-10-03"], swappedIn: [], source: "国务院办公厅通知" };
    await setCalendarYear(officer, input);
    await expect(setCalendarYear(officer, { ...input, daysOff: [] })).rejects.toMatchObject({ code: "CONFLICT" });
    const { version, daysOff, state } = await getCalendarYear(officer, { year: 2061 });
    expect({ daysOff, state }).toEqual({ daysOff: ["2061-10-03"], state: "confirmed" });
    await setCalendarYear(officer, { ...input, version, daysOff: ["2061-10-04"] });
    expect((await getCalendarYear(officer, { year: 2061 })).daysOff).toEqual(["2061-10-04"]);
  });

  test("what it would move is told before anything is written, then moves so, and the page is no longer provisional", async () => {
    // A list that begins on 27 December 2062 (a Wednesday) reaches 2063.
    const now = at("2062-12-27T09:00");
    const { branch, staff } = await publicityBranch(now);
    const running = await runningBy(staff);
    const { tenantId } = staff.secretary;
    const officer = await officerOf(["office"], now);
    const source = "国务院办公厅通知";
    await setCalendarYear(officer, { year: 2062, version: 0, daysOff: [], swappedIn: [], source });
    const before = await listRow(staff.secretary, running.publicityId);
    expect(before).toMatchObject({ provisional: true, lastDay: dateOf("2063-01-03") });
    const change = { year: 2063, daysOff: ["2063-01-01", "2063-01-02"], swappedIn: [] };
    const preview = await previewCalendarYear(officer, change);
    expect(preview.lists.find(({ id }) => id === running.publicityId)).toEqual({
      id: running.publicityId,
      slug: branch.slug,
      branch: branch.name,
      title: before.title,
      before: "2063-01-03",
      after: "2063-01-05",
      wasProvisional: true,
      provisional: false,
    });
    expect(await listRow(staff.secretary, running.publicityId)).toEqual(before);
    expect((await listCalendarYears(officer)).provisional).toBeGreaterThanOrEqual(1);

    await setCalendarYear(officer, { ...change, version: 0, source });
    const after = await listRow(staff.secretary, running.publicityId);
    expect(after).toMatchObject({ provisional: false, lastDay: dateOf("2063-01-05") });
    expect(await withReader(tenantId, (tx) => findPublicity(tx, tenantId, after.no))).toMatchObject({
      kind: "running",
      provisional: false,
      endsAt: after.endsAt,
    });
    const text = await withOffice((tx) =>
      tx.publicityText.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: after.textId ?? "" } } }),
    );
    expect(text.endsAt).toEqual(after.endsAt);
    const told = await withOffice((tx) =>
      tx.notification.findMany({
        where: { branchId: tenantId, kind: "publicity.moved" },
        select: { userId: true, params: true },
      }),
    );
    const people = [staff.webmaster, staff.organiser, staff.secretary].map(({ actor }) => actor.userId);
    expect(told.map(({ userId }) => userId).toSorted()).toEqual(people.toSorted());
    expect(told[0]?.params).toEqual({ title: before.title, day: "2063-01-05" });

    const { timeline } = await getPublicity(staff.organiser, { publicityId: running.publicityId });
    expect(timeline[0]).toMatchObject({
      action: "recompute",
      actorName: officer.actor.displayName,
      at: now(),
      end: { before: "2063-01-03", after: "2063-01-05", provisional: false },
    });
    expect(timeline.filter(({ end }) => end !== null)).toHaveLength(1);

    // Fewer days off do not take back what was announced.
    const back = await getCalendarYear(officer, { year: 2063 });
    expect(back.running).toBeGreaterThanOrEqual(1);
    await setCalendarYear(officer, { ...change, daysOff: [], version: back.version, source });
    expect((await listRow(staff.secretary, running.publicityId)).lastDay).toEqual(dateOf("2063-01-05"));
  });

  test("nobody but the office looks", async () => {
    const auditor = await officerOf(["auditor", "inspector"], at("2026-11-02T09:00"));
    for (const asked of [
      getTemplate(auditor, { templateId: crypto.randomUUID() }),
      listCalendarYears(auditor),
      getCalendarYear(auditor, { year: 2026 }),
      previewCalendarYear(auditor, { year: 2026, daysOff: [], swappedIn: [] }),
    ])
      await expect(asked).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
