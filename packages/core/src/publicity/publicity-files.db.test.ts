import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { withOffice, withReader, withTenant } from "@zhibu/db/scope";
import { submitArticle } from "../articles/submit-article.ts";
import type { BranchContext } from "../kernel/context.ts";
import { connectQueue, disconnectQueue } from "../kernel/queue.ts";
import { getStorage } from "../kernel/storage.ts";
import { deleteMedia } from "../media/delete-media.ts";
import { findPublicMedia } from "../media/find-public-media.ts";
import { getMediaFile } from "../media/get-media-file.ts";
import { listMedia } from "../media/list-media.ts";
import { mediaKey } from "../media/media-files.ts";
import { purgeListFiles } from "../media/purge-list-files.ts";
import { setFileReader } from "../media/reading/file-reader.ts";
import { readFileText } from "../media/reading/read-file.ts";
import { makeDocx } from "../media/reading/testing/make-files.ts";
import { makePdf } from "../media/testing/make-pdf.ts";
import { provideStorage } from "../media/testing/storage-for-tests.ts";
import { uploadMedia } from "../media/upload-media.ts";
import { draftBy, passedSelfCheck, staffedBranch } from "../testing/articles.ts";
import { endPublicity } from "./end-publicity.ts";
import { getPublicityFile } from "./get-publicity-file.ts";
import { getPublicity } from "./get-publicity.ts";
import { findPublicity } from "./published/find-publicity.ts";
import { readPublicityArchive } from "./read-publicity-archive.ts";
import { savePublicity } from "./save-publicity.ts";
import { signCorrection, signPublicity } from "./sign-publicity.ts";
import { submitPublicity } from "./submit-publicity.ts";
import {
  draftedBy,
  listRow,
  preparePublicity,
  publicityBranch,
  runningBy,
  sampleDraft,
  submittedBy,
} from "./testing/publicity-for-tests.ts";
import { withdrawPublicity } from "./withdraw-publicity.ts";

provideStorage();

beforeAll(async () => {
  await preparePublicity();
  await connectQueue(inject("appUrl"), (error) => expect.unreachable(error.message));
  setFileReader((file) => readFileText(file, () => false));
});
afterAll(async () => {
  setFileReader(null);
  await disconnectQueue();
});

/** The database hides lists by its own clock: one that readers are to see runs beyond today. */
const ahead = new Date("2041-11-04T01:00:00Z");
const longAgo = () => new Date(Date.now() - 30 * 86_400_000);

let made = 0;
async function upload(ctx: BranchContext, text = "事迹材料", name = "事迹材料.docx") {
  made += 1;
  const content = Readable.from([makeDocx([`第${made}份`, text])]);
  const { id } = await uploadMedia(ctx, { kind: "attachment", purpose: "publicity", name, content });
  return id;
}

const readersGet = ({ tenantId }: BranchContext, mediaId: string) => findPublicMedia(tenantId, mediaId, "original");

async function runningWithFile(now: () => Date = () => ahead) {
  const { staff } = await publicityBranch(now);
  const mediaId = await upload(staff.organiser);
  const { publicityId } = await runningBy(staff, { attachmentIds: [mediaId] });
  return { staff, mediaId, publicityId };
}

describe("what stands in a file", () => {
  test("stops the list from being handed in, with its kind and place, and may be waived by nobody", async () => {
    const { staff } = await publicityBranch(() => ahead);
    const mediaId = await upload(staff.organiser, "电话１３８－００１３－８０００", "名单.docx");
    const drafted = await draftedBy(staff.organiser, { attachmentIds: [mediaId] });
    await expect(submitPublicity(staff.organiser, drafted)).rejects.toMatchObject({
      code: "INVALID",
      reason: "publicity.fileProblems",
      params: { name: "名单.docx", count: 1 },
    });
    const { files } = await getPublicity(staff.organiser, drafted);
    expect(files).toMatchObject([
      { name: "名单.docx", problems: [{ what: "mobile", hint: "138****8000", place: { at: "paragraph", no: 2 } }] },
    ]);
  });

  test("stops the signature too, when it was read only after the list was handed in", async () => {
    const { staff } = await publicityBranch(() => ahead);
    setFileReader(null);
    const mediaId = await upload(staff.organiser, "13800138000");
    setFileReader((file) => readFileText(file, () => false));
    const submitted = await submittedBy(staff.organiser, { attachmentIds: [mediaId] });
    const { files } = await getPublicity(staff.secretary, submitted);
    expect(files).toMatchObject([{ unread: { reason: "notYet" } }]);
    const finding = { kind: "mobile", hint: "", inner: "", place: { at: "page", no: 1 } };
    await withTenant(staff.secretary.tenantId, (tx) =>
      tx.mediaReading.create({
        data: {
          tenantId: staff.secretary.tenantId,
          mediaId,
          state: "read",
          findings: [finding],
          findingCount: 1,
          readAt: ahead,
        },
      }),
    );
    await expect(signPublicity(staff.secretary, submitted)).rejects.toMatchObject({ reason: "publicity.fileProblems" });
  });

  test("a number in its name stops it as well", async () => {
    const { staff } = await publicityBranch(() => ahead);
    const mediaId = await upload(staff.organiser, "事迹", "张示例13800138000.docx");
    const drafted = await draftedBy(staff.organiser, { attachmentIds: [mediaId] });
    await expect(submitPublicity(staff.organiser, drafted)).rejects.toMatchObject({ reason: "publicity.fileProblems" });
  });

  test("a scan stops nothing: whoever signs is told that nobody has read it", async () => {
    const { staff } = await publicityBranch(() => ahead);
    const content = Readable.from([makePdf({ objects: ["(list)"] })]);
    const file = { kind: "attachment", purpose: "publicity", name: "扫描件.pdf", content } as const;
    const { id } = await uploadMedia(staff.organiser, file);
    const submitted = await submittedBy(staff.organiser, { attachmentIds: [id] });
    const { files } = await getPublicity(staff.secretary, submitted);
    expect(files).toMatchObject([{ problems: [], unread: { state: "unread", reason: "noText" } }]);
    await expect(signPublicity(staff.secretary, submitted)).resolves.toMatchObject({ state: "running" });
  });
});

describe("files of a list", () => {
  test("are readers' while it runs, and part of what was signed", async () => {
    const { staff, mediaId, publicityId } = await runningWithFile();
    const { tenantId } = staff.secretary;
    const served = await readersGet(staff.secretary, mediaId);
    const row = await listRow(staff.secretary, publicityId);
    expect(served).toMatchObject({ goneAt: row.endsAt?.getTime() });
    expect(served?.disposition).toMatch(/^attachment;/u);
    expect(await findPublicMedia(tenantId, mediaId, "w480.webp")).toBeNull();
    const shown = await withReader(tenantId, (tx) => findPublicity(tx, tenantId, row.no));
    expect(shown).toMatchObject({ kind: "running", files: [{ mediaId, name: "事迹材料.docx" }] });
    const bare = await runningBy(staff);
    const texts = await withOffice((tx) => tx.publicityText.findMany({ where: { tenantId } }));
    const [hash, bareHash] = [publicityId, bare.publicityId].map(
      (id) => texts.find(({ listId }) => listId === id)?.hash,
    );
    expect(hash).not.toBe(bareHash);
  });

  test("are nobody's before it is signed", async () => {
    const { staff } = await publicityBranch(() => ahead);
    const mediaId = await upload(staff.organiser);
    const submitted = await submittedBy(staff.organiser, { attachmentIds: [mediaId] });
    expect(await readersGet(staff.secretary, mediaId)).toBeNull();
    await expect(getPublicityFile(staff.secretary, submitted.publicityId, mediaId)).resolves.toBeDefined();
  });

  test.each(["ended", "withdrawn"] as const)("are gone from readers when it is %s", async (how) => {
    let now = ahead;
    const { staff, mediaId, publicityId } = await runningWithFile(() => now);
    const { tenantId } = staff.secretary;
    if (how === "ended") {
      now = new Date("2041-11-12T00:00:00+08:00");
      await endPublicity(tenantId, publicityId, () => now);
    } else {
      const { version } = await listRow(staff.secretary, publicityId);
      await withdrawPublicity(staff.secretary, { publicityId, version, reason: "名单有误，撤下重办" });
    }
    expect(await listRow(staff.secretary, publicityId)).toMatchObject({ state: how });
    expect(await readersGet(staff.secretary, mediaId)).toBeNull();
    const rows = await withReader(tenantId, async (tx) => [
      await tx.publicityFile.findMany(),
      await tx.media.findMany(),
    ]);
    expect(rows).toEqual([[], []]);
  });

  test("are gone by the database's clock, whatever the row says", async () => {
    const { staff, mediaId, publicityId } = await runningWithFile(longAgo);
    expect(await listRow(staff.secretary, publicityId)).toMatchObject({ state: "running" });
    expect(await readersGet(staff.secretary, mediaId)).toBeNull();
    expect(await withReader(staff.secretary.tenantId, (tx) => tx.media.findMany())).toEqual([]);
  });

  test("are read from the archive afterwards by who may, and each look is on record", async () => {
    let now = ahead;
    const { staff, mediaId, publicityId } = await runningWithFile(() => now);
    const { tenantId } = staff.secretary;
    await expect(getPublicityFile(staff.organiser, publicityId, mediaId)).resolves.toBeDefined();
    now = new Date("2041-11-12T00:00:00+08:00");
    await endPublicity(tenantId, publicityId, () => now);
    await expect(getPublicityFile(staff.webmaster, publicityId, mediaId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getPublicityFile(staff.contributor, publicityId, mediaId)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await getPublicityFile(staff.secretary, publicityId, mediaId);
    const looks = await withOffice((tx) =>
      tx.auditEntry.findMany({ where: { tenantId, action: "publicity.readArchive" }, select: { changes: true } }),
    );
    expect(looks).toMatchObject([{ changes: { file: mediaId } }]);
    expect(await readPublicityArchive(staff.organiser, { publicityId, reason: "核对入党材料" })).toMatchObject({
      texts: [{ files: [{ mediaId }] }],
      looks: [{ actorName: staff.secretary.actor.displayName, reason: "", file: "事迹材料.docx" }],
    });
  });

  test("a correction may drop one and add another; the old one stays in the record", async () => {
    const { staff, mediaId, publicityId } = await runningWithFile();
    const added = await upload(staff.organiser, "补充材料");
    const { version } = await listRow(staff.secretary, publicityId);
    const saved = await savePublicity(staff.organiser, {
      publicityId,
      version,
      draft: sampleDraft({ attachmentIds: [added] }),
    });
    expect(await readersGet(staff.secretary, added)).toBeNull();
    const handed = await submitPublicity(staff.organiser, saved);
    await signCorrection(staff.secretary, { ...handed, reason: "附件有误，更换附件" });
    expect(await readersGet(staff.secretary, added)).not.toBeNull();
    expect(await readersGet(staff.secretary, mediaId)).toBeNull();
    await expect(getPublicityFile(staff.webmaster, publicityId, mediaId)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(getPublicityFile(staff.secretary, publicityId, mediaId)).resolves.toBeDefined();
  });
});

test("a file that stands in no list goes after a week; what is drafted, signed or over stays", async () => {
  let now = ahead;
  const { staff, mediaId, publicityId } = await runningWithFile(() => now);
  const [dropped, drafted] = [await upload(staff.organiser, "删去"), await upload(staff.organiser, "在办")];
  await draftedBy(staff.organiser, { attachmentIds: [drafted] });
  const left = async () => {
    const items = await withOffice((tx) => tx.media.findMany({ where: { tenantId: staff.organiser.tenantId } }));
    return items.map(({ id }) => id).toSorted();
  };
  await purgeListFiles(new Date(ahead.getTime() + 6 * 86_400_000));
  expect(await left()).toHaveLength(3);
  now = new Date("2041-11-12T00:00:00+08:00");
  await endPublicity(staff.secretary.tenantId, publicityId, () => now);
  await purgeListFiles(now);
  expect(await left()).toEqual([mediaId, drafted].toSorted());
  expect(await getStorage().exists(mediaKey(staff.organiser.tenantId, dropped, "original"))).toBe(false);
  await purgeListFiles(now);
  const records = await withOffice((tx) =>
    tx.auditEntry.findMany({ where: { tenantId: staff.organiser.tenantId, action: "publicity.purgeFiles" } }),
  );
  expect(records).toMatchObject([{ subjectType: "branch", actorId: null, changes: { count: 1 }, at: now }]);
});

describe("no other way leads to them", () => {
  test("the library, its addresses and articles don't know them", async () => {
    const { staff, mediaId } = await runningWithFile();
    expect((await listMedia(staff.webmaster, { limit: 30 })).items).toEqual([]);
    await expect(getMediaFile(staff.webmaster, mediaId, "original")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteMedia(staff.webmaster, { mediaId, version: 0 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const own = await staffedBranch();
    const inOwn = await upload(own.staff.webmaster);
    await expect(draftBy(own.staff.webmaster, { attachmentIds: [inOwn] })).rejects.toMatchObject({
      reason: "article.mediaGone",
    });
    // The same file for the library is another item, which articles may show.
    const bytes = makeDocx(["两处都用的通知"]);
    const both = [];
    for (const purpose of ["publicity", "library"] as const)
      both.push(
        await uploadMedia(own.staff.webmaster, {
          kind: "attachment",
          purpose,
          name: "通知.docx",
          content: Readable.from([bytes]),
        }),
      );
    const [forList, forLibrary] = both.map(({ id }) => id);
    expect(forList).not.toBe(forLibrary);
    const draft = await draftBy(own.staff.webmaster, { attachmentIds: [forLibrary ?? ""] });
    await expect(
      submitArticle(own.staff.webmaster, { ...draft, selfCheck: passedSelfCheck, note: "", waiversAsked: [] }),
    ).resolves.toBeDefined();
  });

  test("an article that named one all the same would show readers nothing", async () => {
    const { staff } = await staffedBranch(longAgo);
    const { tenantId } = staff.secretary;
    const mediaId = await upload(staff.organiser);
    await runningBy(staff, { attachmentIds: [mediaId] });
    const draft = await draftBy(staff.webmaster);
    await withOffice(async (tx) => {
      const article = await tx.article.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id: draft.articleId } } });
      const revisionId = article.workingRevisionId ?? "";
      await tx.revisionMedia.create({ data: { tenantId, revisionId, mediaId, use: "attachment", position: 0 } });
      await tx.article.update({
        where: { tenantId_id: { tenantId, id: article.id } },
        data: {
          liveRevisionId: revisionId,
          workingRevisionId: null,
          workState: null,
          visibility: "live",
          // Not the newest of the college: other tests look at its portal.
          publishedAt: new Date(0),
        },
      });
    });
    expect(await readersGet(staff.secretary, mediaId)).toBeNull();
  });

  test("another branch's are not there: not to draft with, not to read, not for its readers", async () => {
    const [victim, other] = [await runningWithFile(), await publicityBranch(() => ahead)];
    const foreign = { attachmentIds: [victim.mediaId] };
    await expect(draftedBy(other.staff.organiser, foreign)).rejects.toMatchObject({ reason: "publicity.fileGone" });
    for (const listId of [victim.publicityId, (await draftedBy(other.staff.organiser)).publicityId])
      await expect(getPublicityFile(other.staff.secretary, listId, victim.mediaId)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    expect(await readersGet(other.staff.secretary, victim.mediaId)).toBeNull();
    expect(await withTenant(other.staff.secretary.tenantId, (tx) => tx.publicityFile.findMany())).toEqual([]);
  });

  test("a file of the library is none of a list, and only who prepares lists uploads for them", async () => {
    const { staff } = await publicityBranch(() => ahead);
    const content = Readable.from([makeDocx(["图书馆通知"])]);
    const { id } = await uploadMedia(staff.webmaster, { kind: "attachment", name: "通知.docx", content });
    await expect(draftedBy(staff.organiser, { attachmentIds: [id] })).rejects.toMatchObject({
      reason: "publicity.fileGone",
    });
    await expect(upload(staff.contributor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const picture = { kind: "picture", purpose: "publicity", name: "a.png", content: Readable.from([]) } as const;
    await expect(uploadMedia(staff.organiser, picture)).rejects.toMatchObject({ code: "INVALID" });
  });

  test("a signed file can't be exchanged or taken off by the branch", async () => {
    const { staff, mediaId } = await runningWithFile();
    const { tenantId } = staff.secretary;
    const change = [
      () => withTenant(tenantId, (tx) => tx.publicityFile.deleteMany({ where: { tenantId, mediaId } })),
      () => withTenant(tenantId, (tx) => tx.publicityFile.updateMany({ where: { tenantId }, data: { position: 5 } })),
      () => withTenant(tenantId, (tx) => tx.publicityText.updateMany({ where: { tenantId }, data: { files: [] } })),
      () => withTenant(tenantId, (tx) => tx.media.deleteMany({ where: { tenantId, id: mediaId } })),
    ];
    for (const attempt of change) await expect(attempt()).rejects.toThrow();
  });
});
