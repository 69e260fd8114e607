import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { defaultPublicityTemplates } from "@zhibu/domain/publicity/default-templates";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { memberOf } from "../testing/contexts.ts";
import { officerOf } from "../testing/office.ts";
import { createPublicity } from "./create-publicity.ts";
import { recallPublicity, returnPublicity } from "./return-publicity.ts";
import { savePublicity } from "./save-publicity.ts";
import { archiveTemplate, saveTemplate } from "./save-template.ts";
import { setCalendarYear } from "./set-calendar-year.ts";
import { signPublicity } from "./sign-publicity.ts";
import { submitPublicity } from "./submit-publicity.ts";
import {
  draftedBy,
  listRow,
  preparePublicity,
  publicityBranch,
  sampleDraft,
  submittedBy,
} from "./testing/publicity-for-tests.ts";

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), () => undefined);
});

afterAll(disconnectQueue);

const now = () => new Date("2026-11-02T09:00:00+08:00");

describe("preparing", () => {
  test("what must not be published is named cell by cell and stops the submission, never the typing", async () => {
    const { staff } = await publicityBranch(now);
    const drafted = await draftedBy(staff.webmaster, {
      entries: [
        { name: "示例甲", unit: "2023级1班" },
        { name: "示例乙13800138000", unit: "202301020304" },
      ],
      title: "关于接收示例甲同志为预备党员的公示",
    });
    expect(drafted.problems).toEqual(
      expect.arrayContaining([
        { row: 0, column: "title", problem: "nameInTitle" },
        { row: 2, column: "name", problem: "mobile" },
        { row: 2, column: "unit", problem: "longNumber" },
      ]),
    );
    await expect(submitPublicity(staff.webmaster, drafted)).rejects.toMatchObject({
      code: "INVALID",
      reason: "publicity.problems",
    });
  });

  test("a column outside the template is not kept", async () => {
    const { staff } = await publicityBranch(now);
    const drafted = await draftedBy(staff.webmaster, {
      entries: [{ name: "示例甲", unit: "2023级1班", phone: "13800138000" }],
    });
    expect(drafted.problems).toEqual([]);
    const { draft } = await listRow(staff.webmaster, drafted.publicityId);
    expect(JSON.stringify(draft)).not.toContain("13800138000");
  });

  test("someone else's newer version is not overwritten", async () => {
    const { staff } = await publicityBranch(now);
    const drafted = await draftedBy(staff.webmaster);
    await savePublicity(staff.organiser, { ...drafted, draft: sampleDraft({ title: "新标题" }) });
    await expect(savePublicity(staff.webmaster, { ...drafted, draft: sampleDraft() })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });
});

describe("signing", () => {
  test("needs a second person, even with both roles", async () => {
    const { branch, staff } = await publicityBranch(now);
    const both = await memberOf(branch, ["webmaster", "secretary"], now);
    const own = await submittedBy(both);
    await expect(signPublicity(both, own)).rejects.toMatchObject({ code: "FORBIDDEN", reason: "publicity.fourEyes" });
    expect((await signPublicity(staff.secretary, own)).state).toBe("running");
  });

  test("is the secretary's: a contributor, an organiser and a webmaster can't", async () => {
    const { staff } = await publicityBranch(now);
    const submitted = await submittedBy(staff.organiser);
    for (const person of [staff.contributor, staff.organiser, staff.webmaster]) {
      await expect(signPublicity(person, submitted)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(createPublicity(staff.contributor, { templateId: submitted.publicityId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  test("a last day below the minimum is refused and the first possible one named", async () => {
    const { staff } = await publicityBranch(now);
    const submitted = await submittedBy(staff.organiser, { lastDay: "2026-11-06" });
    await expect(signPublicity(staff.secretary, submitted)).rejects.toMatchObject({
      code: "INVALID",
      reason: "publicity.periodTooShort",
      params: { lastDay: "2026-11-09" },
    });
  });

  test("what was returned can be edited and submitted again; what was taken back as well", async () => {
    const { staff } = await publicityBranch(now);
    const submitted = await submittedBy(staff.organiser);
    const returned = await returnPublicity(staff.secretary, { ...submitted, reason: "请补充一人" });
    expect(await listRow(staff.secretary, returned.publicityId)).toMatchObject({
      state: "returned",
      returnReason: "请补充一人",
    });
    const again = await submitPublicity(staff.organiser, returned);
    expect((await recallPublicity(staff.organiser, again)).state).toBe("draft");
  });

  test("a foreign list does not exist", async () => {
    const [own, foreign] = [await publicityBranch(now), await publicityBranch(now)];
    const submitted = await submittedBy(foreign.staff.organiser);
    for (const attempt of [
      () => signPublicity(own.staff.secretary, submitted),
      () => returnPublicity(own.staff.secretary, { ...submitted, reason: "退回" }),
      () => submitPublicity(own.staff.webmaster, submitted),
      () => savePublicity(own.staff.webmaster, { ...submitted, draft: sampleDraft() }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND", reason: "publicity.notFound" });
    }
  });
});

describe("what the office orders", () => {
  const [definition] = defaultPublicityTemplates;

  test("a new wording is a new version, and a list keeps the one it began under", async () => {
    if (!definition) throw new Error("no default template");
    const officer = await officerOf(["office"], now);
    const key = `type-${Date.now().toString(36)}`;
    const { key: _, ...words } = definition;
    const { templateId } = await saveTemplate(officer, { templateId: null, version: 0, key, definition: words });
    const { staff } = await publicityBranch(now);
    const drafted = await draftedBy(staff.webmaster, {}, key);
    await saveTemplate(officer, { templateId, version: 0, key, definition: { ...words, workingDaysMin: 7 } });
    const { templateVersionId } = await listRow(staff.webmaster, drafted.publicityId);
    const version = await withOffice((tx) =>
      tx.publicityTemplateVersion.findUniqueOrThrow({ where: { id: templateVersionId } }),
    );
    expect(version).toMatchObject({ number: 1, definition: { workingDaysMin: 5 } });
    await expect(saveTemplate(officer, { templateId, version: 0, key, definition: words })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await archiveTemplate(officer, { templateId, version: 1, archived: true });
    await expect(createPublicity(staff.webmaster, { templateId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("nobody but the office writes templates or calendars", async () => {
    const auditor = await officerOf(["auditor", "inspector"], now);
    if (!definition) throw new Error("no default template");
    await expect(saveTemplate(auditor, { templateId: null, version: 0, key: "x", definition })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      setCalendarYear(auditor, { year: 2030, version: 0, daysOff: [], swappedIn: [], source: "无" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
