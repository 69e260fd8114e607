import { expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { appendAudits } from "./append-audits.ts";
import { auditHash, genesis } from "./audit-hash.ts";
import { audit } from "./audit.ts";

const subject = { type: "user", id: "019a0000-0000-7000-8000-000000000001" };

test("many entries of many branches continue each branch's chain, also while others write to it", async () => {
  const branches = [await newBranch(), await newBranch()];
  const members = await Promise.all(branches.map((branch) => memberOf(branch, ["webmaster"])));
  const entries = Array.from({ length: 20 }, (_, index) => ({
    tenantId: branches[index % 2]?.tenantId ?? "",
    action: "appointment.make",
    subjectType: subject.type,
    subjectId: subject.id,
    actorId: null,
    actorName: "党办",
    changes: { index },
    at: new Date(),
  }));
  const write = () => withOffice((tx) => appendAudits(tx, entries));
  await Promise.all([
    write(),
    ...members.map((ctx) => withTenant(ctx.tenantId, (tx) => audit(tx, ctx, "article.edit", subject))),
    write(),
  ]);
  for (const { tenantId } of branches) {
    const trail = await withTenant(tenantId, (tx) => tx.auditEntry.findMany({ orderBy: { seq: "asc" } }));
    expect(trail.map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    for (const [index, { id: _id, hash, ...record }] of trail.entries()) {
      expect(record.prevHash).toBe(trail[index - 1]?.hash ?? genesis);
      expect(auditHash({ ...record, changes: record.changes as Record<string, number> })).toBe(hash);
    }
  }
});
