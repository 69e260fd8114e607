import { beforeEach, expect, test } from "vitest";
import { withTenant } from "@zhibu/db/scope";
import type { BranchContext } from "../kernel/context.ts";
import { getStorage } from "../kernel/storage.ts";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { findPublicMedia } from "./find-public-media.ts";
import { articleShowing } from "./testing/article-showing.ts";
import { provideStorage } from "./testing/storage-for-tests.ts";
import { uploadAttachment, uploadPicture } from "./testing/uploads.ts";

provideStorage();

let ctx: BranchContext;
beforeEach(async () => {
  ctx = await memberOf(await newBranch(), ["webmaster"]);
});

test("a picture of a live article is shown, in the nearest width there is", async () => {
  const { id, widths } = await uploadPicture(ctx);
  await articleShowing(ctx, id);
  const found = await findPublicMedia(ctx.tenantId, id, "w1600.webp");
  expect(found).toMatchObject({
    type: "image/webp",
    disposition: "inline",
    key: `${ctx.tenantId}/${id}/w${widths.at(-1)}.webp`,
  });
  expect(await getStorage().exists(found?.key ?? "")).toBe(true);
});

test("an attachment of a live article is a download", async () => {
  const { id } = await uploadAttachment(ctx, "名单.pdf");
  await articleShowing(ctx, id, { use: "attachment" });
  const found = await findPublicMedia(ctx.tenantId, id, "original");
  expect(found?.type).toBe("application/pdf");
  expect(found?.disposition).toMatch(/^attachment;/u);
});

test.each(["unpublished", "withdrawn", "archived"] as const)(
  "of an article that is %s there is nothing",
  async (visibility) => {
    const { id } = await uploadPicture(ctx);
    await articleShowing(ctx, id, { visibility });
    expect(await findPublicMedia(ctx.tenantId, id, "w480.webp")).toBeNull();
  },
);

test("taken down is gone at once", async () => {
  const { id } = await uploadPicture(ctx);
  const articleId = await articleShowing(ctx, id);
  expect(await findPublicMedia(ctx.tenantId, id, "w480.webp")).not.toBeNull();
  await withTenant(ctx.tenantId, (tx) =>
    tx.article.update({
      where: { tenantId_id: { tenantId: ctx.tenantId, id: articleId } },
      data: { visibility: "withdrawn" },
    }),
  );
  expect(await findPublicMedia(ctx.tenantId, id, "w480.webp")).toBeNull();
});

test.each(["itself", "its parent"])("of an article in a column that is hidden (%s) there is nothing", async (which) => {
  const { id } = await uploadPicture(ctx);
  const articleId = await articleShowing(ctx, id);
  const { tenantId } = ctx;
  await withTenant(tenantId, async (tx) => {
    const sub = await tx.siteColumn.findFirstOrThrow({ where: { tenantId, parentId: { not: null } } });
    await tx.article.update({ where: { tenantId_id: { tenantId, id: articleId } }, data: { columnId: sub.id } });
    const hidden = which === "itself" ? sub.id : (sub.parentId ?? "");
    await tx.siteColumn.update({ where: { tenantId_id: { tenantId, id: hidden } }, data: { hidden: true } });
  });
  expect(await findPublicMedia(tenantId, id, "w480.webp")).toBeNull();
});

test("unused, foreign, missing and malformed are all nothing", async () => {
  const { id } = await uploadPicture(ctx);
  expect(await findPublicMedia(ctx.tenantId, id, "w480.webp")).toBeNull();
  await articleShowing(ctx, id);
  const elsewhere = await newBranch();
  expect(await findPublicMedia(elsewhere.tenantId, id, "w480.webp")).toBeNull();
  for (const [mediaId, file] of [
    ["0192f0a0-0000-7000-8000-00000000000a", "w480.webp"],
    ["../x", "w480.webp"],
    [id, "original"],
    [id, "../w480.webp"],
    [id, "w0.webp"],
    [id, "w480.png"],
  ] as const) {
    expect(await findPublicMedia(ctx.tenantId, mediaId, file)).toBeNull();
  }
});
