import { beforeEach, describe, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { newBareBranch } from "@zhibu/db/testing/factories";
import { exportTrailInput, type ExportTrailInput } from "@zhibu/domain/audit/trail-inputs";
import type { BranchContext, OfficeContext } from "../kernel/context.ts";
import { memberOf } from "../testing/contexts.ts";
import { officerOf } from "../testing/office.ts";
import { audit } from "./audit.ts";
import { exportTrail } from "./export-trail.ts";

let auditor: OfficeContext;
let member: BranchContext;

beforeEach(async () => {
  auditor = await officerOf(["auditor"]);
  member = await memberOf(await newBareBranch(), ["webmaster"]);
  for (let index = 0; index < 3; index += 1)
    await withOffice((tx) => audit(tx, member, "branch.configure", { type: "branch", id: member.tenantId }, { index }));
});

const input = (filter: Partial<ExportTrailInput> = {}) =>
  exportTrailInput.parse({ format: "csv", chainId: member.tenantId, ...filter });

async function exportsOf(ctx: OfficeContext) {
  return withOffice((tx) => tx.auditEntry.findMany({ where: { actorId: ctx.actor.userId, action: "audit.export" } }));
}

test("an auditor takes away what the filter holds, newest first; that they did is on record", async () => {
  const { count, items } = await exportTrail(auditor, input());
  const taken = await Array.fromAsync(items);
  expect([count, taken.map(({ seq }) => seq)]).toEqual([3, [3, 2, 1]]);
  expect(await exportsOf(auditor)).toMatchObject([
    { actorName: auditor.actor.displayName, changes: { format: "csv", count: 3, chainId: member.tenantId } },
  ]);
});

test("an export is not part of itself, and the next one holds it", async () => {
  const own = { chainId: undefined, actorId: auditor.actor.userId };
  expect(await Array.fromAsync((await exportTrail(auditor, input(own))).items)).toEqual([]);
  const again = await Array.fromAsync((await exportTrail(auditor, input(own))).items);
  expect(again.map(({ action }) => action)).toEqual(["audit.export"]);
});

test("more than a batch joins without a gap", async () => {
  await withOffice(async (tx) => {
    for (let index = 0; index < 1_005; index += 1)
      await audit(tx, { ...member, now: () => new Date(1_770_000_000_000 + index) }, "branch.configure", {
        type: "branch",
        id: member.tenantId,
      });
  });
  const taken = await Array.fromAsync((await exportTrail(auditor, input())).items);
  expect(new Set(taken.map(({ seq }) => seq)).size).toBe(1_008);
  expect(taken).toHaveLength(1_008);
});

describe("refused, and nothing on record", () => {
  test("a subject that can't be found", async () => {
    await expect(exportTrail(auditor, input({ subject: "五四" }))).rejects.toMatchObject({
      code: "INVALID",
      reason: "audit.subject.unreadable",
    });
    expect(await exportsOf(auditor)).toEqual([]);
  });

  test("to an inspector", async () => {
    const inspector = await officerOf(["inspector"]);
    await expect(exportTrail(inspector, input())).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await exportsOf(inspector)).toEqual([]);
  });
});
