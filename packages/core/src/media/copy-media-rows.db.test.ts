import { beforeEach, expect, test } from "vitest";
import { withOffice, withTenant } from "@zhibu/db/scope";
import type { BranchContext } from "../kernel/context.ts";
import { getStorage } from "../kernel/storage.ts";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { copyMediaRows } from "./copy-media-rows.ts";
import { deleteMedia } from "./delete-media.ts";
import { findPublicMedia } from "./find-public-media.ts";
import { getMediaFile } from "./get-media-file.ts";
import { purgeOrphanMedia } from "./purge-orphan-media.ts";
import { articleShowing } from "./testing/article-showing.ts";
import { provideStorage } from "./testing/storage-for-tests.ts";
import { uploadAttachment, uploadPicture } from "./testing/uploads.ts";

provideStorage();

let origin: BranchContext;
let target: BranchContext;
beforeEach(async () => {
  origin = await memberOf(await newBranch(), ["webmaster"]);
  target = await memberOf(await newBranch(), ["webmaster"]);
});

const copy = (from: BranchContext, to: BranchContext, mediaIds: readonly string[]) =>
  withOffice((tx) => copyMediaRows(tx, { from: from.tenantId, to: to.tenantId, mediaIds }));
const foldersOf = (ctx: BranchContext) => Array.fromAsync(getStorage().listFolders(ctx.tenantId));
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000);

test("the copy's files are read where they lie, by its own people and by its readers", async () => {
  const picture = await uploadPicture(origin);
  const attachment = await uploadAttachment(origin, "名单.pdf");
  await copy(origin, target, [picture.id, attachment.id]);
  expect(await foldersOf(target)).toEqual([]);

  expect((await getMediaFile(target, picture.id, "w480.webp")).key).toMatch(`${origin.tenantId}/${picture.id}/`);
  expect(await findPublicMedia(target.tenantId, attachment.id, "original")).toBeNull();
  await articleShowing(target, attachment.id, { use: "attachment" });
  const served = await findPublicMedia(target.tenantId, attachment.id, "original");
  expect(served).toMatchObject({ key: `${origin.tenantId}/${attachment.id}/original`, type: "application/pdf" });
  expect(await getStorage().exists(served?.key ?? "")).toBe(true);
  expect(await findPublicMedia(origin.tenantId, attachment.id, "original")).toBeNull();
});

test("copying twice changes nothing, and what the branch changed of its copy stays", async () => {
  const { id } = await uploadPicture(origin);
  await copy(origin, target, [id]);
  const key = { tenantId_id: { tenantId: target.tenantId, id } };
  await withTenant(target.tenantId, (tx) => tx.media.update({ where: key, data: { alt: "本支部的说明" } }));
  await copy(origin, target, [id]);
  expect(await withTenant(target.tenantId, (tx) => tx.media.findUniqueOrThrow({ where: key }))).toMatchObject({
    alt: "本支部的说明",
    filesTenantId: origin.tenantId,
  });
});

test("a copy of a copy leads to the first one's files, and a copy that comes home to its own", async () => {
  const { id } = await uploadPicture(origin);
  const third = await memberOf(await newBranch(), ["webmaster"]);
  await copy(origin, target, [id]);
  await copy(target, third, [id]);
  expect((await getMediaFile(third, id, "w480.webp")).key).toMatch(`${origin.tenantId}/`);
  await deleteMedia(origin, { mediaId: id, version: 0 });
  await copy(third, origin, [id]);
  const home = await withTenant(origin.tenantId, (tx) =>
    tx.media.findUniqueOrThrow({ where: { tenantId_id: { tenantId: origin.tenantId, id } } }),
  );
  expect(home.filesTenantId).toBeNull();
});

test("bytes go with the last row that leads to them, whoever's it is", async () => {
  const { id } = await uploadPicture(origin);
  await copy(origin, target, [id]);
  await deleteMedia(origin, { mediaId: id, version: 0 });
  await purgeOrphanMedia(inAWeek());
  expect(await foldersOf(origin)).toEqual([id]);
  expect(await getStorage().exists((await getMediaFile(target, id, "w480.webp")).key)).toBe(true);
  await deleteMedia(target, { mediaId: id, version: 0 });
  expect(await foldersOf(origin)).toEqual([]);
});

test("whoever deletes the original while it is being copied waits, and leaves the copy its bytes", async () => {
  const { id } = await uploadPicture(origin);
  let deletion: Promise<unknown> = Promise.resolve();
  await withOffice(async (tx) => {
    await copyMediaRows(tx, { from: origin.tenantId, to: target.tenantId, mediaIds: [id] });
    deletion = deleteMedia(origin, { mediaId: id, version: 0 });
    const settled = await Promise.race([deletion.then(() => true), tx.$queryRaw`SELECT pg_sleep(0.3)::text`]);
    expect(settled).not.toBe(true);
  });
  await deletion;
  expect(await getStorage().exists((await getMediaFile(target, id, "w480.webp")).key)).toBe(true);
});
