import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { withStartLock } from "@zhibu/db/migrations";
import { newId } from "@zhibu/db/new-id";
import { withOffice, withTenant } from "@zhibu/db/scope";
import type {} from "@zhibu/db/testing/global-setup";
import { migrateJobs } from "../jobs.ts";
import type { BranchContext, OfficeContext } from "../kernel/context.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { provideStorage } from "../media/testing/storage-for-tests.ts";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { officerOf, trailOf } from "../testing/office.ts";
import { audit } from "./audit.ts";
import { getTrailStanding } from "./get-trail-standing.ts";
import { runTrailCheck } from "./run-trail-check.ts";
import { checkSilentMs, startTrailCheck } from "./start-trail-check.ts";

provideStorage();

beforeAll(async () => {
  await withStartLock(inject("ownerUrl"), () => migrateJobs(inject("ownerUrl")));
  await connectQueue(inject("appUrl"), () => undefined);
});
afterAll(disconnectQueue);

let auditor: OfficeContext;
let member: BranchContext;
let now: Date;
const clock = () => now;

beforeEach(async () => {
  now = new Date();
  // One runs at a time in the whole college, and the tests share one.
  await withOffice((tx) => tx.auditCheck.updateMany({ data: { state: "done" } }));
  auditor = await officerOf(["auditor"], clock);
  member = await memberOf(await newBranch(), ["webmaster"], clock);
  for (let index = 0; index < 3; index += 1)
    await withTenant(member.tenantId, (tx) =>
      audit(tx, member, "article.edit", { type: "article", id: newId() }, { index }),
    );
});

async function checkOf(checkId: string) {
  const { check } = await getTrailStanding(auditor);
  if (check?.id !== checkId) throw new Error("not the newest");
  return check;
}

test("an auditor has one branch's trail verified, sees what was found, and both ends are on record", async () => {
  const { checkId } = await startTrailCheck(auditor, { chainId: member.tenantId });
  expect(await checkOf(checkId)).toMatchObject({ state: "running", startedByName: auditor.actor.displayName });
  await runTrailCheck(checkId, clock);
  expect(await checkOf(checkId)).toMatchObject({
    state: "done",
    rowsDone: 3,
    result: { chains: 1, rows: 3, broken: [], anchorBreaks: [], brokenCount: 0 },
  });
  const college = await withOffice((tx) => tx.college.findFirstOrThrow());
  expect(await trailOf(college.id, checkId)).toMatchObject([
    { action: "audit.check", actorId: auditor.actor.userId, changes: { chainId: member.tenantId } },
    { action: "audit.checkEnd", actorId: auditor.actor.userId, changes: { rows: 3, whole: true, brokenChains: 0 } },
  ]);
});

test("one that ended is left alone when the job runs again", async () => {
  const { checkId } = await startTrailCheck(auditor, { chainId: member.tenantId });
  await runTrailCheck(checkId, clock);
  await runTrailCheck(checkId, clock);
  const college = await withOffice((tx) => tx.college.findFirstOrThrow());
  expect(await trailOf(college.id, checkId)).toHaveLength(2);
});

test("whoever asks while one runs gets that one; a silent one counts as lost", async () => {
  const first = await startTrailCheck(auditor, { chainId: member.tenantId });
  const office = await officerOf(["office"], clock);
  expect(await startTrailCheck(office, {})).toEqual(first);
  now = new Date(now.getTime() + checkSilentMs + 1_000);
  expect((await checkOf(first.checkId)).state).toBe("lost");
  expect((await startTrailCheck(office, {})).checkId).not.toBe(first.checkId);
});

test("a chain of nobody's is not found", async () => {
  await expect(startTrailCheck(auditor, { chainId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

describe("an inspector", () => {
  test("neither verifies nor sees what was verified", async () => {
    const inspector = await officerOf(["inspector"]);
    await expect(startTrailCheck(inspector, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getTrailStanding(inspector)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
