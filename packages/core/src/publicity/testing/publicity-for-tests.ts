import { inject } from "vitest";
import { withStartLock } from "@zhibu/db/migrations";
import { withOffice } from "@zhibu/db/scope";
import { newBareBranch } from "@zhibu/db/testing/factories";
import type {} from "@zhibu/db/testing/global-setup";
import type { PublicityDraft } from "@zhibu/domain/publicity/publicity-draft";
import { arrangements } from "@zhibu/domain/publicity/testing/arrangements";
import type { BranchContext } from "../../kernel/context.ts";
import { dateOf } from "../../kernel/day-of.ts";
import { migrateQueue } from "../../kernel/queue.ts";
import { staffOf } from "../../testing/contexts.ts";
import { createPublicity } from "../create-publicity.ts";
import { ensurePublicityTemplates } from "../ensure-templates.ts";
import { endPublicityJob, startPublicityJob, sweepPublicityJob } from "../publicity-job-names.ts";
import { savePublicity } from "../save-publicity.ts";
import { signPublicity } from "../sign-publicity.ts";
import { submitPublicity } from "../submit-publicity.ts";

/** Brings the queue's tables and the college's calendar and templates to where use cases need them; once per database. */
export async function preparePublicity(): Promise<void> {
  const owner = inject("ownerUrl");
  await withStartLock(owner, () => migrateQueue(owner, [startPublicityJob, endPublicityJob, sweepPublicityJob]));
  await withOffice(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('publicity tests', 0))::text`;
    await ensurePublicityTemplates(tx);
    await tx.calendarYear.createMany({
      data: [...arrangements].map(([year, { daysOff, swappedIn }]) => ({
        year,
        daysOff: [...daysOff].map(dateOf),
        swappedIn: [...swappedIn].map(dateOf),
        source: "国务院办公厅通知",
        updatedByName: "测试",
      })),
      skipDuplicates: true,
    });
  });
}

/** A fresh branch with a person of each kind. */
export async function publicityBranch(now: () => Date) {
  const branch = await newBareBranch();
  return { branch, staff: await staffOf(branch, now) };
}

export type PublicityStaff = Awaited<ReturnType<typeof publicityBranch>>["staff"];

export const sampleNames = ["示例甲", "示例乙", "示例丙"] as const;

export function sampleDraft(change: Partial<PublicityDraft> = {}): PublicityDraft {
  return {
    title: "关于2026年秋季拟接收预备党员的公示",
    entries: sampleNames.map((name) => ({ name, unit: "2023级护理学1班" })),
    contact: { name: "组织员", phone: "0373-3831234", address: "行政楼201室" },
    startsAt: null,
    lastDay: null,
    attachmentIds: [],
    ...change,
  };
}

async function templateIdOf(key: string): Promise<string> {
  const { id } = await withOffice((tx) => tx.publicityTemplate.findUniqueOrThrow({ where: { key } }));
  return id;
}

/** A list prepared by the person, of one of the default templates. */
export async function draftedBy(ctx: BranchContext, change: Partial<PublicityDraft> = {}, key = "admission") {
  const created = await createPublicity(ctx, { templateId: await templateIdOf(key) });
  return savePublicity(ctx, { ...created, draft: sampleDraft(change) });
}

export async function submittedBy(ctx: BranchContext, change: Partial<PublicityDraft> = {}) {
  return submitPublicity(ctx, await draftedBy(ctx, change));
}

/** A list that runs, prepared by the organiser and signed by the secretary. */
export async function runningBy(staff: PublicityStaff, change: Partial<PublicityDraft> = {}) {
  return signPublicity(staff.secretary, await submittedBy(staff.organiser, change));
}

/** The list's row as the database has it. */
export async function listRow({ tenantId }: BranchContext, publicityId: string) {
  return withOffice((tx) =>
    tx.publicityList.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: publicityId } } }),
  );
}
