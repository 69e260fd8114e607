import { beforeAll, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { provideOwnDatabase } from "@zhibu/db/testing/own-database";
import { doc, fact, p, picture } from "@zhibu/domain/articles/document/build-body";
import { archiveArticle } from "../articles/archive-article.ts";
import { getCollegePage } from "../articles/published/college-page.ts";
import { readCollege, readSite } from "../articles/published/read-frame.ts";
import { provideQueue } from "../articles/push/testing/push-queue.ts";
import { saveArticle } from "../articles/save-article.ts";
import { withdrawArticle } from "../articles/withdraw-article.ts";
import { findPublicMedia } from "../media/find-public-media.ts";
import { provideStorage } from "../media/testing/storage-for-tests.ts";
import { uploadAttachment, uploadPicture } from "../media/testing/uploads.ts";
import { officeSite } from "../tenancy/office-site.ts";
import {
  columnOf,
  contentIn,
  draftBy,
  publishedBy,
  rowOf,
  siteVersionOf,
  staffedBranch,
  type Staff,
} from "../testing/articles.ts";
import { newBranch, staffOf } from "../testing/contexts.ts";
import { officerOf } from "../testing/office.ts";
import { addFactValue } from "./add-fact-value.ts";
import { addPage } from "./add-page.ts";
import { changePage, hidePage, orderPages } from "./change-page.ts";
import { findPageArticles, listPages } from "./list-pages.ts";
import { newFact } from "./testing/new-fact.ts";

// A page of the college is told to every site there is, other files' among them.
provideQueue(provideOwnDatabase());
provideStorage();

let office: Awaited<ReturnType<typeof officerOf>>;
let writers: Staff;

/** The one site the office writes on. */
beforeAll(async () => {
  office = await officerOf();
  const existing = await withOffice(officeSite);
  const branch = existing ?? (await newBranch());
  if (!existing) {
    await withOffice((tx) => tx.branch.update({ where: { id: branch.tenantId }, data: { kind: "office" } }));
  }
  writers = await staffOf({ ...branch, tenantId: branch.tenantId });
});

async function pageOf(change: Parameters<typeof publishedBy>[1] = {}) {
  const { articleId, version } = await publishedBy(writers, {
    title: "学院简介",
    columnId: await columnOf(writers.webmaster, "organisation.structure"),
    eventAt: null,
    ...change,
  });
  const slug = `p-${newId().slice(-10)}`;
  const { pageId } = await addPage(office, { slug, title: "学院概况", articleId });
  return { articleId, version, slug, pageId };
}

const titleIn = async (slug: string, tenantId: Staff["webmaster"]["tenantId"]) => {
  const site = await readSite(tenantId);
  return site?.college.pages.find((page) => page.slug === slug)?.title;
};

test("every site has it in its menu, the portal too, with the words of the office's live text", async () => {
  const { staff } = await staffedBranch();
  const before = await siteVersionOf(staff.webmaster);
  const { slug } = await pageOf({ body: doc(p("学院创建于一九五〇年。")) });
  expect(await titleIn(slug, staff.webmaster.tenantId)).toBe("学院概况");
  expect((await readCollege())?.pages).toContainEqual({ slug, title: "学院概况" });
  expect(await getCollegePage(slug)).toMatchObject({
    title: "学院简介",
    name: "学院概况",
    summary: "学院创建于一九五〇年。",
  });
  expect((await siteVersionOf(staff.webmaster)).version).toBeGreaterThan(before.version);
});

test("withdrawn it is gone at once; an ordinary article of the office's site leaves the others alone", async () => {
  const { staff } = await staffedBranch();
  const { articleId } = await pageOf();
  const before = await siteVersionOf(staff.webmaster);
  await publishedBy(writers);
  expect(await siteVersionOf(staff.webmaster)).toEqual(before);
  const { version } = await rowOf(writers.webmaster, articleId);
  await withdrawArticle(writers.secretary, { articleId, version, reason: "要重写" });
  const after = await siteVersionOf(staff.webmaster);
  expect(after.removalVersion).toBe(after.version);
  expect(after.version).toBeGreaterThan(before.version);
});

test("withdrawn or hidden it is gone from every menu, address and file", async () => {
  const { staff } = await staffedBranch();
  const { id } = await uploadPicture(writers.webmaster);
  const shown = await pageOf({ body: doc(p("图"), picture(id, { alt: "校门" })) });
  const has = async () => ({
    menu: (await titleIn(shown.slug, staff.webmaster.tenantId)) !== undefined,
    page: (await getCollegePage(shown.slug)) !== null,
    file: (await findPublicMedia(staff.webmaster.tenantId, id, "w480.webp")) !== null,
  });
  expect(await has()).toEqual({ menu: true, page: true, file: true });
  await hidePage(office, { pageId: shown.pageId, version: 0, hidden: true });
  expect(await has()).toEqual({ menu: false, page: false, file: false });
  await hidePage(office, { pageId: shown.pageId, version: 1, hidden: false });
  expect(await has()).toEqual({ menu: true, page: true, file: true });
  const { version } = await rowOf(writers.webmaster, shown.articleId);
  await withdrawArticle(writers.secretary, { articleId: shown.articleId, version, reason: "内容过时" });
  expect(await has()).toEqual({ menu: false, page: false, file: false });
});

test("on a branch's host its pictures and attachments load, and nothing else of the office's site", async () => {
  const { staff } = await staffedBranch();
  const { tenantId } = staff.webmaster;
  const [inPage, inNews, inDraft, unused] = await Promise.all([
    uploadPicture(writers.webmaster),
    uploadPicture(writers.webmaster),
    uploadPicture(writers.webmaster),
    uploadPicture(writers.webmaster),
  ]);
  const file = await uploadAttachment(writers.webmaster, "学院章程.pdf");
  const page = await pageOf({ body: doc(picture(inPage.id, { alt: "校门" })), attachmentIds: [file.id] });
  await publishedBy(writers, { body: doc(p("新闻"), picture(inNews.id, { alt: "会场" })) });
  await draftBy(writers.webmaster, { body: doc(p("草稿"), picture(inDraft.id, { alt: "草图" })) });
  const found = (id: string, name = "w480.webp") => findPublicMedia(tenantId, id, name);

  expect(await found(inPage.id)).toMatchObject({ type: "image/webp", disposition: "inline" });
  expect((await found(file.id, "original"))?.disposition).toMatch(/^attachment;/u);
  for (const { id } of [inNews, inDraft, unused]) expect(await found(id)).toBeNull();

  // A text in work over the live one shows nothing before it is published.
  const { version } = await rowOf(writers.webmaster, page.articleId);
  const content = await contentIn(writers.webmaster, { body: doc(picture(inDraft.id, { alt: "草图" })) });
  await saveArticle(writers.webmaster, { articleId: page.articleId, version, content });
  expect(await found(inDraft.id)).toBeNull();
  expect(await found(inPage.id)).not.toBeNull();
});

test("a fact in it follows on every site", async () => {
  const { staff } = await staffedBranch();
  const { factId, key } = await newFact(office, { value: "1286" });
  const { slug } = await pageOf({ body: doc(p(["党员", fact(key), "名"])) });
  const before = await siteVersionOf(staff.webmaster);
  await addFactValue(office, { factId, version: 0, value: "1302", effectiveFrom: "2026-07-01", source: "台账" });
  expect((await getCollegePage(slug))?.facts.get(key)).toBe("1302");
  expect((await siteVersionOf(staff.webmaster)).version).toBeGreaterThan(before.version);
});

test("put in order, given another article, listed with what stands behind", async () => {
  const first = await pageOf();
  const second = await pageOf({ title: "现任领导" });
  const all = await listPages(office);
  const others = all.items.map(({ id }) => id).filter((id) => id !== first.pageId && id !== second.pageId);
  await orderPages(office, { pageIds: [second.pageId, first.pageId, ...others] });
  const { items } = await listPages(office);
  expect(items.slice(0, 2).map(({ article }) => article?.title)).toEqual(["现任领导", "学院简介"]);
  await expect(orderPages(office, { pageIds: [first.pageId] })).rejects.toMatchObject({ code: "CONFLICT" });

  const draft = await draftBy(writers.webmaster, { title: "还没有发布的简介" });
  expect((await findPageArticles(office, { search: "还没有发布" })).map(({ id }) => id)).toContain(draft.articleId);
  await changePage(office, { pageId: first.pageId, version: 0, title: "学院概况", articleId: draft.articleId });
  expect(await getCollegePage(first.slug)).toBeNull();
});

test("refused: another branch's article, a taken address or article, an archived one, anybody but the office", async () => {
  const { staff } = await staffedBranch();
  const foreign = await publishedBy(staff);
  const page = await pageOf();
  const given = { slug: `q-${newId().slice(-10)}`, title: "学院概况" };
  await expect(addPage(office, { ...given, articleId: foreign.articleId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(addPage(office, { ...given, articleId: page.articleId })).rejects.toMatchObject({
    reason: "page.articleTaken",
  });
  const other = await draftBy(writers.webmaster);
  await expect(addPage(office, { ...given, slug: page.slug, articleId: other.articleId })).rejects.toMatchObject({
    reason: "page.slugTaken",
  });
  await archiveArticle(writers.webmaster, other);
  await expect(addPage(office, { ...given, articleId: other.articleId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const inspector = await officerOf(["inspector"]);
  await expect(listPages(inspector)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(addPage(inspector, { ...given, articleId: page.articleId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
