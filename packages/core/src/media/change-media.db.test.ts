import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withTenant } from "@zhibu/db/scope";
import type { BranchContext } from "../kernel/context.ts";
import { getStorage, setStorage } from "../kernel/storage.ts";
import { memberOf, newBranch, staffOf } from "../testing/contexts.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { deleteMedia } from "./delete-media.ts";
import { listMedia } from "./list-media.ts";
import { mediaKey } from "./media-files.ts";
import { purgeOrphanMedia } from "./purge-orphan-media.ts";
import { articleShowing } from "./testing/article-showing.ts";
import { provideStorage } from "./testing/storage-for-tests.ts";
import { uploadAttachment, uploadPicture } from "./testing/uploads.ts";
import { updateMedia } from "./update-media.ts";

provideStorage();

type Staff = Awaited<ReturnType<typeof staffOf>>;
let staff: Staff;
let webmaster: BranchContext;

beforeEach(async () => {
  staff = await staffOf(await newBranch());
  ({ webmaster } = staff);
});

const texts = { name: "合影", alt: "党员在宣誓", source: "本支部摄" };
const siteVersion = (ctx: BranchContext) =>
  withTenant(ctx.tenantId, (tx) => tx.siteVersion.findUniqueOrThrow({ where: { siteId: ctx.tenantId } }));
const rowOf = (ctx: BranchContext, id: string) =>
  withTenant(ctx.tenantId, (tx) => tx.media.findUnique({ where: { tenantId_id: { tenantId: ctx.tenantId, id } } }));

describe("changing texts", () => {
  test("keeps the suffix, raises the version and is on record", async () => {
    const item = await uploadPicture(webmaster, "a.png");
    expect(await updateMedia(webmaster, { mediaId: item.id, version: 0, ...texts })).toEqual({
      id: item.id,
      version: 1,
    });
    expect(await rowOf(webmaster, item.id)).toMatchObject({
      name: "合影.png",
      alt: "党员在宣誓",
      source: "本支部摄",
      version: 1,
    });
    const trail = await withTenant(webmaster.tenantId, (tx) =>
      tx.auditEntry.findMany({ where: { subjectId: item.id, action: "media.update" } }),
    );
    expect(trail[0]?.changes).toMatchObject({ from: { name: "a.png" }, to: { name: "合影.png" } });
  });

  test("refuses without permission, a foreign item, and a stale version", async () => {
    const item = await uploadPicture(webmaster);
    const input = { mediaId: item.id, version: 0, ...texts };
    expect(await reasonOf(updateMedia(staff.organiser, input))).toBe("forbidden");
    expect(await reasonOf(updateMedia(await memberOf(await newBranch(), ["webmaster"]), input))).toBe("notFound");
    expect(await reasonOf(updateMedia(webmaster, { ...input, version: 7 }))).toBe("changedMeanwhile");
    await updateMedia(webmaster, input);
    expect(await reasonOf(updateMedia(webmaster, input))).toBe("changedMeanwhile");
  });

  test("of two at once one wins", async () => {
    const item = await uploadPicture(webmaster);
    const input = { mediaId: item.id, version: 0, ...texts };
    const reasons = await Promise.all([
      reasonOf(updateMedia(webmaster, input)),
      reasonOf(updateMedia(staff.secretary, input)),
    ]);
    expect(reasons.toSorted()).toEqual(["accepted", "changedMeanwhile"]);
  });

  test("what readers see is changed only by people who may publish, and readers are told", async () => {
    const item = await uploadPicture(webmaster, "合影.png");
    await articleShowing(webmaster, item.id);
    const before = await siteVersion(webmaster);
    const input = { mediaId: item.id, version: 0, ...texts };
    expect(await reasonOf(updateMedia(staff.contributor, input))).toBe("media.liveNeedsPublisher");
    await updateMedia(webmaster, input);
    expect((await siteVersion(webmaster)).version).toBe(before.version + 1n);
  });

  test("a name that was reviewed stays", async () => {
    const item = await uploadAttachment(webmaster, "名单.pdf");
    await articleShowing(webmaster, item.id, { visibility: "unpublished", use: "attachment", sealedAt: new Date() });
    const input = { mediaId: item.id, version: 0, alt: "", source: "" };
    expect(await reasonOf(updateMedia(webmaster, { ...input, name: "另一份名单" }))).toBe("media.nameReviewed");
    expect(await reasonOf(updateMedia(webmaster, { ...input, name: "名单" }))).toBe("accepted");
  });
});

describe("deleting", () => {
  test("takes the row and the files, and is on record", async () => {
    const item = await uploadPicture(webmaster);
    await deleteMedia(webmaster, { mediaId: item.id, version: 0 });
    expect(await rowOf(webmaster, item.id)).toBeNull();
    expect(await Array.fromAsync(getStorage().listFolders(webmaster.tenantId))).toEqual([]);
    expect(
      await withTenant(webmaster.tenantId, (tx) =>
        tx.auditEntry.count({ where: { subjectId: item.id, action: "media.delete" } }),
      ),
    ).toBe(1);
  });

  test("refuses while anything shows it, and says what", async () => {
    const item = await uploadPicture(webmaster);
    await articleShowing(webmaster, item.id, { title: "主题党日", visibility: "unpublished" });
    await expect(deleteMedia(webmaster, { mediaId: item.id, version: 0 })).rejects.toMatchObject({
      code: "CONFLICT",
      reason: "media.inUse",
      params: { count: 1, title: "主题党日" },
    });
    const { items } = await listMedia(webmaster, { limit: 10 });
    expect(items[0]).toMatchObject({
      usedCount: 1,
      uses: [{ title: "主题党日", isLive: false }],
      can: { delete: false },
    });
  });

  test("refuses without permission, others' items, foreign items, stale versions", async () => {
    const item = await uploadPicture(webmaster);
    const input = { mediaId: item.id, version: 0 };
    expect(await reasonOf(deleteMedia(staff.organiser, input))).toBe("forbidden");
    expect(await reasonOf(deleteMedia(staff.contributor, input))).toBe("media.notYours");
    expect(await reasonOf(deleteMedia(await memberOf(await newBranch(), ["webmaster"]), input))).toBe("notFound");
    expect(await reasonOf(deleteMedia(webmaster, { ...input, version: 3 }))).toBe("changedMeanwhile");
    const own = await uploadPicture(staff.contributor);
    expect(await reasonOf(deleteMedia(staff.contributor, { mediaId: own.id, version: 0 }))).toBe("accepted");
  });

  test("a storage that is away loses nothing: the purge comes by later", async () => {
    const item = await uploadPicture(webmaster);
    const storage = getStorage();
    setStorage({ ...storage, deleteFolder: () => Promise.reject(new Error("away")) });
    await deleteMedia(webmaster, { mediaId: item.id, version: 0 });
    setStorage(storage);
    expect(await Array.fromAsync(storage.listFolders(webmaster.tenantId))).toEqual([item.id]);
    const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000);
    await purgeOrphanMedia(tomorrow);
    expect(await Array.fromAsync(storage.listFolders(webmaster.tenantId))).toEqual([]);
  });
});

test("the purge takes old files without a row, and neither young ones nor anybody's", async () => {
  const kept = await uploadPicture(webmaster);
  const young = newId();
  const old = "0192f0a0-0000-7000-8000-00000000000a";
  for (const id of [young, old]) await getStorage().put(mediaKey(webmaster.tenantId, id, "original"), Buffer.from("x"));
  await purgeOrphanMedia(new Date());
  expect((await Array.fromAsync(getStorage().listFolders(webmaster.tenantId))).toSorted()).toEqual(
    [kept.id, young].toSorted(),
  );
});
