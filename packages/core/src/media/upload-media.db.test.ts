import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { withTenant } from "@zhibu/db/scope";
import { attachmentBytesMax, pictureBytesMax } from "@zhibu/domain/media/media-limits";
import type { BranchContext } from "../kernel/context.ts";
import { getStorage } from "../kernel/storage.ts";
import { memberOf, newBranch } from "../testing/contexts.ts";
import { reasonOf } from "../testing/reason-of.ts";
import { getMediaFile } from "./get-media-file.ts";
import { listMedia } from "./list-media.ts";
import { mediaKey } from "./media-files.ts";
import { makePdf } from "./testing/make-pdf.ts";
import { makePhoto, makePng } from "./testing/make-picture.ts";
import { provideStorage } from "./testing/storage-for-tests.ts";
import { uploadAttachment, uploadPicture } from "./testing/uploads.ts";
import { uploadMedia, type Upload } from "./upload-media.ts";

provideStorage();

afterEach(() => vi.unstubAllEnvs());

const webmaster = async () => memberOf(await newBranch(), ["webmaster"]);

const picture = (content: Uint8Array, name = "合影.png"): Upload => ({
  kind: "picture",
  name,
  content: Readable.from([content]),
});

async function stored(ctx: BranchContext, mediaId: string, file: string): Promise<Buffer | null> {
  const found = await getStorage().get((await getMediaFile(ctx, mediaId, file)).key);
  return found && buffer(found.stream);
}

const countOf = (ctx: BranchContext) => withTenant(ctx.tenantId, (tx) => tx.media.count());

describe("uploading", () => {
  test("a photograph becomes files of its widths, a row and a line in the trail", async () => {
    const ctx = await webmaster();
    const item = await uploadMedia(ctx, picture(await makePhoto(1200, 900), "开放日 合影.jpg"));
    expect(item).toMatchObject({
      kind: "picture",
      name: "开放日 合影.jpg",
      width: 900,
      height: 1200,
      widths: [480, 900],
      can: { edit: true, delete: true },
    });
    for (const width of item.widths)
      expect(await getStorage().exists(mediaKey(ctx.tenantId, item.id, `w${width}.webp`))).toBe(true);
    const trail = await withTenant(ctx.tenantId, (tx) => tx.auditEntry.findMany({ where: { subjectId: item.id } }));
    expect(trail).toMatchObject([{ action: "media.upload", actorId: ctx.actor.userId }]);
  });

  test("an attachment is kept byte for byte under its own name", async () => {
    const ctx = await webmaster();
    const pdf = makePdf();
    const item = await uploadMedia(ctx, {
      kind: "attachment",
      name: "C:\\文件\\公示 名单.PDF",
      content: Readable.from([pdf]),
    });
    expect(item).toMatchObject({ name: "公示 名单.pdf", ext: "pdf", bytes: pdf.length, width: null });
    expect((await stored(ctx, item.id, "original"))?.equals(pdf)).toBe(true);
    expect(await getMediaFile(ctx, item.id, "original")).toMatchObject({
      type: "application/pdf",
      disposition: `attachment; filename="download.pdf"; filename*=UTF-8''${encodeURIComponent("公示 名单.pdf")}`,
    });
  });

  test("the same picture twice is one item, even at the same moment and under another name", async () => {
    const ctx = await webmaster();
    const png = await makePng(333, 10);
    const [first, second] = await Promise.all([
      uploadMedia(ctx, picture(png)),
      uploadMedia(ctx, picture(png, "另一个名字.png")),
    ]);
    const third = await uploadMedia(ctx, picture(png));
    expect(new Set([first.id, second.id, third.id]).size).toBe(1);
    expect(await countOf(ctx)).toBe(1);
    expect(await Array.fromAsync(getStorage().listFolders(ctx.tenantId))).toEqual([first.id]);
  });

  test("the same attachment under another name is another item; in another branch everything is", async () => {
    const [ctx, elsewhere] = [await webmaster(), await webmaster()];
    const upload = (name: string): Upload => ({ kind: "attachment", name, content: Readable.from([makePdf()]) });
    const ids = [
      await uploadMedia(ctx, upload("甲.pdf")),
      await uploadMedia(ctx, upload("乙.pdf")),
      await uploadMedia(ctx, upload("甲.pdf")),
      await uploadMedia(elsewhere, upload("甲.pdf")),
    ].map((item) => item.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe(ids[0]);
  });

  test("needs the permission", async () => {
    const organiser = await memberOf(await newBranch(), ["organiser"]);
    expect(await reasonOf(uploadMedia(organiser, picture(await makePng())))).toBe("forbidden");
  });

  test("what is announced as too large is refused before a byte is read", async () => {
    const unread: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => expect.fail("was read") };
    const upload: Upload = { kind: "picture", name: "a.png", content: unread, declaredBytes: pictureBytesMax + 1 };
    await expect(uploadMedia(await webmaster(), upload)).rejects.toMatchObject({
      code: "TOO_LARGE",
      reason: "media.tooLarge",
      params: { megabytesMax: 20 },
    });
  });

  test("what turns out too large is refused at the limit, and nothing of it stays", async () => {
    const ctx = await webmaster();
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    }
    // A folder of its own: other workers upload into the common one meanwhile.
    const ownFolder = await mkdtemp(path.join(tmpdir(), "zhibu-too-large-"));
    onTestFinished(() => rm(ownFolder, { recursive: true, force: true }));
    vi.stubEnv("TMPDIR", ownFolder);
    expect(
      await reasonOf(uploadMedia(ctx, { kind: "attachment", name: "a.pdf", content: endless(), declaredBytes: 5 })),
    ).toBe("media.tooLarge");
    expect(sent).toBeLessThan(attachmentBytesMax / (1024 * 1024) + 20);
    expect(await readdir(ownFolder)).toEqual([]);
    expect(await countOf(ctx)).toBe(0);
  });

  test("an upload that breaks off leaves nothing", async () => {
    const ctx = await webmaster();
    async function* broken() {
      yield Buffer.from("%PDF-");
      throw new Error("connection reset");
    }
    await expect(uploadMedia(ctx, { kind: "attachment", name: "a.pdf", content: broken() })).rejects.toThrow(
      "connection reset",
    );
    expect(await reasonOf(uploadMedia(ctx, { kind: "attachment", name: "a.pdf", content: Readable.from([]) }))).toBe(
      "media.empty",
    );
    expect(await countOf(ctx)).toBe(0);
  });

  test("a refused file leaves no row and no file", async () => {
    const ctx = await webmaster();
    expect(await reasonOf(uploadMedia(ctx, picture(Buffer.from("<svg/>"), "标志.png")))).toBe("media.markup");
    expect(await countOf(ctx)).toBe(0);
    expect(await Array.fromAsync(getStorage().listFolders(ctx.tenantId))).toEqual([]);
  });
});

describe("the library", () => {
  test("comes newest first, by pages, by kind and by words", async () => {
    const ctx = await webmaster();
    const names = ["一.png", "二.png", "三.png"];
    for (const name of names) await uploadPicture(ctx, name);
    await uploadAttachment(ctx, "名单.pdf");

    const first = await listMedia(ctx, { kind: "picture", limit: 2 });
    expect(first.items.map((item) => item.name)).toEqual(["三.png", "二.png"]);
    const rest = await listMedia(ctx, { kind: "picture", limit: 2, cursor: first.nextCursor ?? "" });
    expect(rest.items.map((item) => item.name)).toEqual(["一.png"]);
    expect(rest.nextCursor).toBeNull();
    expect((await listMedia(ctx, { search: "名单", limit: 10 })).items.map((item) => item.name)).toEqual(["名单.pdf"]);
    expect((await listMedia(ctx, { limit: 10 })).items).toHaveLength(4);
  });

  test("a cursor nobody handed out is refused", async () => {
    expect(await reasonOf(listMedia(await webmaster(), { limit: 2, cursor: "1_x' OR 1=1" }))).toBe("badCursor");
  });

  test("holds nothing of another branch, and a foreign file does not exist", async () => {
    const [ctx, attacker] = [await webmaster(), await webmaster()];
    const { id } = await uploadPicture(ctx);
    expect((await listMedia(attacker, { limit: 10 })).items).toEqual([]);
    await expect(getMediaFile(attacker, id, "w480.webp")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getMediaFile(ctx, "../../etc", "original")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getMediaFile(ctx, id, "original")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
