import { expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { newUser, type TestBranch } from "@zhibu/db/testing/factories";
import type { BranchContext, OfficeContext } from "../../kernel/context.ts";
import { publishedBy, rowOf, staffedBranch } from "../../testing/articles.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { withdrawArticle } from "../withdraw-article.ts";
import { findByAddress } from "./find-by-address.ts";
import { listTakeDowns } from "./list-take-downs.ts";

const root = "college.example";

async function office(): Promise<OfficeContext> {
  return { actor: { ...(await newUser("党务办公室测试员")), roles: ["office"] }, now: () => new Date() };
}

function inBranch({ actor, now }: OfficeContext, { tenantId }: TestBranch): BranchContext {
  const { userId, displayName } = actor;
  return { tenantId, actor: { userId, displayName, roles: { branch: [], college: ["office"] } }, now };
}

test("an article is found by its address under the college's domain or the branch's own, and where it was moved", async () => {
  const ctx = await office();
  const [{ branch, staff }, merged] = [await staffedBranch(), await staffedBranch()];
  const { articleId } = await publishedBy(staff);
  const { no } = await rowOf(staff.webmaster, articleId);
  const customDomain = `${branch.slug}.hospital.example`;
  await withOffice(async (tx) => {
    await tx.branch.update({ where: { id: branch.tenantId }, data: { customDomain } });
    await tx.movedArticle.create({
      data: { tenantId: merged.branch.tenantId, no: 77, toTenantId: branch.tenantId, toNo: no },
    });
  });
  for (const address of [
    `https://${branch.slug}.${root}/a/${no}`,
    `${customDomain}/a/${no}`,
    `http://${merged.branch.slug}.${root}:3000/a/77`,
  ]) {
    const found = await findByAddress(ctx, { address }, root);
    expect(found).toMatchObject({ articleId, no, visibility: "live", branch: { slug: branch.slug } });
  }
  for (const address of [`https://${branch.slug}.${root}/a/999`, `https://nobody.${root}/a/1`, "主题党日"])
    expect(await reasonOf(findByAddress(ctx, { address }, root))).toBe("takeDown.noSuchAddress");
});

test("what was taken down is listed with its reason; what a branch withdrew is not", async () => {
  const ctx = await office();
  const { branch, staff } = await staffedBranch();
  const [first, second] = [await publishedBy(staff), await publishedBy(staff)];
  await withdrawArticle(staff.secretary, { articleId: second.articleId, version: second.version, reason: "过时" });
  await withdrawArticle(inBranch(ctx, branch), {
    articleId: first.articleId,
    version: first.version,
    reason: "不宜公开",
  });
  const { items } = await listTakeDowns(ctx, { limit: 50 });
  expect(items.find(({ articleId }) => articleId === first.articleId)).toMatchObject({
    reason: "不宜公开",
    actorName: ctx.actor.displayName,
    visibility: "withdrawn",
    branch: { slug: branch.slug },
  });
  expect(items.some(({ articleId }) => articleId === second.articleId)).toBe(false);
  const page = await listTakeDowns(ctx, { limit: 1 });
  expect(page.items).toHaveLength(1);
});

test("needs the office", async () => {
  const auditor: OfficeContext = { ...(await office()), actor: { ...(await newUser()), roles: ["auditor"] } };
  expect(await reasonOf(listTakeDowns(auditor, { limit: 1 }))).toBe("forbidden");
  expect(await reasonOf(findByAddress(auditor, { address: newId() }, root))).toBe("forbidden");
});
