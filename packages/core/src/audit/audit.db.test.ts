import { expect, test } from "vitest";
import { withTenant } from "@zhibu/db/scope";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { auditHash } from "./audit-hash.ts";
import { audit } from "./audit.ts";

const subject = { type: "article", id: "019a0000-0000-7000-8000-000000000001" };

async function trailOf(tenantId: Parameters<typeof withTenant>[0]) {
  return withTenant(tenantId, (tx) => tx.auditEntry.findMany({ where: { tenantId }, orderBy: { seq: "asc" } }));
}

test("entries form one unbroken chain, also when written at the same time", async () => {
  const branch = await newBranch();
  const ctx = await memberOf(branch, ["webmaster"]);
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      withTenant(branch.tenantId, (tx) => audit(tx, ctx, "article.edit", subject, { index })),
    ),
  );
  const trail = await trailOf(branch.tenantId);
  expect(trail.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  for (const [index, { id: _id, hash, ...record }] of trail.entries()) {
    expect(record.prevHash).toBe(trail[index - 1]?.hash ?? "0".repeat(64));
    expect(auditHash({ ...record, changes: record.changes as Record<string, number> })).toBe(hash);
  }
});

test("an entry goes when the change it belongs to fails", async () => {
  const branch = await newBranch();
  const ctx = await memberOf(branch, ["webmaster"]);
  await expect(
    withTenant(branch.tenantId, async (tx) => {
      await audit(tx, ctx, "article.edit", subject);
      throw new Error("the change failed");
    }),
  ).rejects.toThrow("the change failed");
  expect(await trailOf(branch.tenantId)).toEqual([]);
});

test("no role can change or delete an entry", async () => {
  const branch = await newBranch();
  const ctx = await memberOf(branch, ["webmaster"]);
  await withTenant(branch.tenantId, (tx) => audit(tx, ctx, "article.edit", subject));
  await expect(
    withTenant(branch.tenantId, (tx) => tx.auditEntry.updateMany({ data: { actorName: "别人" } })),
  ).rejects.toThrow(/permission denied/u);
  await expect(withTenant(branch.tenantId, (tx) => tx.auditEntry.deleteMany())).rejects.toThrow(/permission denied/u);
});
