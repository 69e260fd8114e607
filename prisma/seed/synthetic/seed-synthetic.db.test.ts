import { expect, inject, test } from "vitest";
import { type AuditChanges, auditHash, genesis } from "@zhibu/core/audit/audit-hash";
import { withOffice, withReader } from "@zhibu/db/scope";
import type {} from "@zhibu/db/testing/global-setup";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import { workStates } from "@zhibu/domain/articles/article-states";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { seedSynthetic } from "./seed-synthetic.ts";

test("branches and articles of any number, as real as others to the rules of the database", async () => {
  const urls = { appUrl: inject("appUrl"), ownerUrl: inject("ownerUrl") };
  const now = new Date("2026-11-23T06:00:00Z");
  await seedSynthetic({ branches: 2, articles: 400, now, password: "synthetic password", ...urls });
  const branches = await withOffice((tx) => tx.branch.findMany({ where: { slug: { startsWith: "s0" } } }));
  expect(branches.map(({ articleSeq }) => articleSeq)).toEqual([200, 200]);

  const ids = branches.map(({ id }) => id);
  const articles = await withOffice((tx) =>
    tx.article.findMany({ where: { tenantId: { in: ids } }, include: { liveRevision: true, workingRevision: true } }),
  );
  expect(articles).toHaveLength(400);
  expect(new Set(articles.map(({ title }) => title)).size).toBeGreaterThan(390);
  expect(new Set(articles.map(({ visibility }) => visibility))).toEqual(
    new Set(["live", "unpublished", "withdrawn", "archived"]),
  );
  for (const { liveRevision, workingRevision } of articles) {
    expect(parseBody((liveRevision ?? workingRevision)?.body).content).toHaveLength(3);
  }
  const [tenantId = ""] = ids;
  const live = articles.filter((article) => article.tenantId === tenantId && article.visibility === "live").length;
  const seen = await withReader(tenantId as TenantId, (tx) => tx.$queryRaw`SELECT count(*)::int AS n FROM revision`); // A branch's id is its tenant's.
  expect(seen).toEqual([{ n: live }]);

  // Other tests' jobs may have gone on from there.
  const trail = await withOffice((tx) =>
    tx.auditEntry.findMany({ where: { tenantId, seq: { lte: 200 } }, orderBy: { seq: "asc" } }),
  );
  expect(trail).toHaveLength(200);
  let prevHash = genesis;
  for (const { id: _id, hash, changes, ...entry } of trail) {
    // What an object of JSON values was written as.
    const record = { ...entry, changes: changes as AuditChanges };
    expect(hash).toBe(auditHash({ ...record, prevHash }));
    prevHash = hash;
  }

  const inWork = new Set(articles.map(({ workState }) => workState));
  expect(inWork).toEqual(new Set([null, ...workStates]));
  const [counted] = await queryAsOwner<Record<string, number>>(
    urls.ownerUrl,
    `SELECT (SELECT count(*) FROM workflow_event WHERE tenant_id = $1)::int AS events,
       (SELECT count(*) FROM notification WHERE branch_id = $1)::int AS notices,
       (SELECT count(*) FROM revision_media WHERE tenant_id = $1)::int AS uses,
       (SELECT count(*) FROM push_copy WHERE tenant_id = ANY ($2))::int AS copies,
       (SELECT count(*) FROM publicity_list WHERE tenant_id = $1)::int AS lists`,
    [tenantId, ids],
  );
  expect(Object.values(counted ?? {}).every((count) => count > 10)).toBe(true);
});
