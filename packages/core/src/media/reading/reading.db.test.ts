import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withOffice, withReader, withTenant } from "@zhibu/db/scope";
import { getReview } from "../../articles/get-review.ts";
import { submitArticle } from "../../articles/submit-article.ts";
import type { BranchContext } from "../../kernel/context.ts";
import { getStorage } from "../../kernel/storage.ts";
import { draftBy, passedSelfCheck, staffedBranch } from "../../testing/articles.ts";
import { copyMediaRows } from "../copy-media-rows.ts";
import { deleteMedia } from "../delete-media.ts";
import { mediaFolder } from "../media-files.ts";
import { makePdf } from "../testing/make-pdf.ts";
import { provideStorage } from "../testing/storage-for-tests.ts";
import { uploadMedia } from "../upload-media.ts";
import { setFileReader } from "./file-reader.ts";
import { readAttachments } from "./read-attachments.ts";
import { readFileText } from "./read-file.ts";
import { makeDocx } from "./testing/make-files.ts";

provideStorage();

const now = () => new Date("2026-11-29T08:00:00Z");
const mobile = "13800138000";

beforeEach(() => setFileReader((file) => readFileText(file, () => false)));
afterEach(() => setFileReader(null));

let made = 0;
/** Uploads a docx no test has uploaded before. */
function upload(ctx: BranchContext, text: string, name = "名单.docx") {
  made += 1;
  const content = Readable.from([makeDocx([`第${made}份`, text])]);
  return uploadMedia(ctx, { kind: "attachment", name, content });
}

async function readingsOf({ tenantId }: BranchContext) {
  return withTenant(tenantId, (tx) => tx.mediaReading.findMany({ where: { tenantId } }));
}

test("an upload is read at once; kinds and places are kept, the text is not", async () => {
  const { staff } = await staffedBranch();
  const item = await upload(staff.webmaster, `张示例的电话${mobile}`);
  expect(item.reading).toMatchObject({
    state: "read",
    findings: [{ kind: "mobile", place: { at: "paragraph", no: 2 } }],
  });
  const [row] = await readingsOf(staff.webmaster);
  expect(JSON.stringify(row)).not.toContain("张示例");
  expect(JSON.stringify(row)).not.toContain(mobile);
});

test("what stands in an attachment stops the article as what stands in its text does", async () => {
  const { staff } = await staffedBranch();
  const item = await upload(staff.webmaster, mobile);
  const draft = await draftBy(staff.webmaster, { attachmentIds: [item.id] });
  const submission = { ...draft, selfCheck: passedSelfCheck, note: "" };
  await expect(submitArticle(staff.webmaster, { ...submission, waiversAsked: [] })).rejects.toMatchObject({
    reason: "article.blocked",
  });
  const { findings } = await getReview(staff.secretary, { articleId: draft.articleId });
  const [finding] = findings.filter(({ severity }) => severity === "block");
  expect(finding).toMatchObject({
    kind: "attachment.personal",
    excerpt: "138****8000",
    params: { what: "mobile", count: 1, at: "paragraph", no: 2 },
  });
  const waiversAsked = [{ findingKey: finding?.key ?? "", reason: "公开的值班电话" }];
  await expect(submitArticle(staff.webmaster, { ...submission, waiversAsked })).resolves.toBeDefined();
});

test("whoever reviews is told of an attachment nobody could read; it stops nothing", async () => {
  const { staff } = await staffedBranch();
  const content = Readable.from([makePdf({ objects: ["(scan)"] })]);
  const item = await uploadMedia(staff.webmaster, { kind: "attachment", name: "扫描件.pdf", content });
  const draft = await draftBy(staff.webmaster, { attachmentIds: [item.id] });
  await submitArticle(staff.webmaster, { ...draft, selfCheck: passedSelfCheck, note: "", waiversAsked: [] });
  const { findings } = await getReview(staff.secretary, { articleId: draft.articleId });
  expect(findings).toMatchObject([{ kind: "attachment.unread", severity: "warn", params: { reason: "noText" } }]);
});

test("an attachment from before says nothing until the job has read it, and is read once", async () => {
  const { staff } = await staffedBranch();
  setFileReader(null);
  const item = await upload(staff.webmaster, mobile);
  expect(item.reading).toBeNull();
  const draft = await draftBy(staff.webmaster, { attachmentIds: [item.id] });
  const before = await getReview(staff.secretary, { articleId: draft.articleId });
  expect(before.findings).toEqual([]);
  expect(await readAttachments(now)).toBe(0);

  setFileReader((file) => readFileText(file, () => false));
  await Promise.all([readAttachments(now), readAttachments(now)]);
  const after = await getReview(staff.secretary, { articleId: draft.articleId });
  expect(after.findings).toMatchObject([{ kind: "attachment.personal" }]);
  expect(await readingsOf(staff.webmaster)).toHaveLength(1);
  // The same file again is the item there is, with its reading.
  await expect(readAttachments(now)).resolves.toBe(0);
});

test("a file the storage has lost is told as such", async () => {
  const { staff } = await staffedBranch();
  setFileReader(null);
  const item = await upload(staff.webmaster, mobile);
  await getStorage().deleteFolder(mediaFolder(staff.webmaster.tenantId, item.id));
  setFileReader((file) => readFileText(file, () => false));
  await readAttachments(now);
  expect(await readingsOf(staff.webmaster)).toMatchObject([{ state: "unread", reason: "missing" }]);
});

test("a reading goes with copies of its file and away with it", async () => {
  const [{ staff }, other] = [await staffedBranch(), await staffedBranch()];
  const item = await upload(staff.webmaster, mobile);
  const [from, to] = [staff.webmaster.tenantId, other.staff.webmaster.tenantId];
  await withOffice((tx) => copyMediaRows(tx, { from, to, mediaIds: [item.id] }));
  expect(await readingsOf(other.staff.webmaster)).toMatchObject([{ mediaId: item.id, findingCount: 1 }]);
  await deleteMedia(staff.webmaster, { mediaId: item.id, version: item.version });
  expect(await readingsOf(staff.webmaster)).toEqual([]);
});

test("readings are the branch's own, and nothing to readers", async () => {
  const [{ staff }, other] = [await staffedBranch(), await staffedBranch()];
  await upload(staff.webmaster, mobile);
  expect(await withTenant(other.staff.webmaster.tenantId, (tx) => tx.mediaReading.findMany())).toEqual([]);
  await expect(withReader(staff.webmaster.tenantId, (tx) => tx.mediaReading.findMany())).rejects.toThrow();
});
