import { expect, test } from "vitest";
import { draftBy, publishedBy, rowOf, staffedBranch } from "../testing/articles.ts";
import { countView } from "./count-view.ts";

test("views of a live article are counted, also at the same time; what readers can't see is not", async () => {
  const { branch, staff } = await staffedBranch();
  const { no } = await rowOf(staff.webmaster, (await publishedBy(staff)).articleId);
  const hidden = await rowOf(staff.webmaster, (await draftBy(staff.webmaster)).articleId);
  await Promise.all(Array.from({ length: 10 }, () => countView(branch.tenantId, no)));
  expect(await countView(branch.tenantId, no)).toBe(11);
  expect(await countView(branch.tenantId, hidden.no)).toBeNull();
  expect(await countView(branch.tenantId, 999)).toBeNull();
});

test("an article of another branch is not counted under this one's host", async () => {
  const { staff } = await staffedBranch();
  const other = await staffedBranch();
  const { no } = await rowOf(staff.webmaster, (await publishedBy(staff)).articleId);
  expect(await countView(other.branch.tenantId, no)).toBeNull();
});
