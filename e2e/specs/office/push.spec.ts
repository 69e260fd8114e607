import { expect, type Browser, type Page } from "@playwright/test";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { articleContent, branchDesk, columnIdOf, selfCheck, type BranchDesk } from "../../fixtures/branch-desk.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { crawl, type Visit } from "../../fixtures/crawl.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { makePicture } from "../../fixtures/picture.ts";
import { readFrom, readUntil, type Answer } from "../../fixtures/read-from.ts";
import { declareAll } from "../../fixtures/self-check.ts";
import { test } from "../../fixtures/test.ts";
import { upload } from "../../fixtures/two-branches.ts";

const eight = ["jichu", "linchuang", "huli", "yaoxue", "jianyan", "gongwei", "jiguan", "tushuguan"];
const mark = Date.now();
/** Words that stand nowhere else. */
const title = `统一推送通知${mark}`;
const corrected = `统一推送通知（更正）${mark}`;
const phrase = `绝无仅有的一句话${mark}`;
const introduction = `本支部引言${mark}：请各党小组周五前组织学习。`;
const introduced = "huli";

const read = (slug: string, path: string): Promise<Answer> => readFrom(sharedPort(), `${slug}.localhost`, path);

test.describe.configure({ mode: "serial" });

let browser: Browser;
let dangban: BranchDesk;
let origin: { articleId: string; no: number };
let pictureId: string;
let office: Page;
let pushPath: string;
/** Address of the copy in each branch. */
const addresses = new Map<string, string>();

async function uploaded(): Promise<string> {
  const content = makePicture(mark % 4_000_000_000);
  const answer = await upload(dangban.webmaster, "dangban", { name: "合影.png", kind: "picture", content });
  // The one field of the door's answer the test needs.
  return (JSON.parse(answer.body) as { json: { id: string } }).json.id;
}

test.beforeAll(async ({ browser: shared }) => {
  test.setTimeout(120_000);
  browser = shared;
  dangban = await branchDesk(sharedPort(), "dangban");
  pictureId = await uploaded();
  const article = await dangban.submit(title, `请各支部认真落实。${phrase}`, { coverId: pictureId });
  await dangban.approveAndPublish(article);
  origin = article;
  office = await personAt(browser, "office");
});

test("the office pushes an article to all eight branches as required", async () => {
  const names = await rows<{ name: string }>("SELECT name FROM branch WHERE slug = ANY ($1)", eight);
  await openConsole(office, "/office/pushes/new");
  await office.getByRole("button", { name: new RegExp(title, "u") }).click();
  await expect(office.getByRole("radio", { name: /必须展示/u })).toBeChecked();
  await office.getByRole("button", { name: "全不选" }).click();
  for (const { name } of names) await office.getByRole("checkbox", { name }).check();
  await office.getByLabel("出现在哪个栏目").selectOption({ label: "新闻动态 / 党内活动" });
  await office.getByRole("button", { name: "推送到 8 个支部网站" }).click();
  const dialog = office.getByRole("dialog");
  await expect(dialog).toContainText("立即出现在 8 个支部网站的“新闻动态 / 党内活动”栏目");
  await dialog.getByRole("button", { name: "推送到 8 个支部" }).click();
  await expect(office.getByRole("heading", { level: 1, name: title })).toBeVisible();
  pushPath = new URL(office.url()).pathname;
  await expect(office.getByText("已送达全部支部。")).toBeVisible();
});

test("every branch's readers have it at once, in its column, on its feed and in its map, with its picture", async () => {
  const copies = await rows<{ slug: string; no: number }>(
    "SELECT b.slug, a.no FROM push_copy c JOIN branch b ON b.id = c.tenant_id JOIN article a ON a.tenant_id = c.tenant_id AND a.id = c.article_id WHERE c.push_id = $1",
    pushPath.split("/").at(-1),
  );
  expect(copies.map(({ slug }) => slug).toSorted()).toEqual(eight.toSorted());
  for (const { slug, no } of copies) {
    const path = `/a/${no}`;
    addresses.set(slug, path);
    await readUntil(
      () => read(slug, path),
      ({ body }) => body.includes(phrase),
      2_000,
    );
    const page = await read(slug, path);
    expect(page.body).toContain(`<link rel="canonical" href="${urlOf("dangban", `/a/${origin.no}`)}"`);
    for (const list of ["/c/activities", "/feed.xml", "/"]) expect((await read(slug, list)).body).toContain(title);
    expect((await read(slug, "/sitemap.xml")).body).toContain(path);
    expect((await read(slug, `/media/${pictureId}/w480.webp`)).status).toBe(200);
  }
  // The portal shows what was pushed once, where it was written.
  const portal = await readFrom(sharedPort(), "localhost", "/feed.xml");
  expect(portal.body.split(title).length - 1).toBe(1);
});

test("the status matrix says what readers really see", async () => {
  await expect(office.getByText("读者可见", { exact: false })).toHaveCount(8 + 1); // One of them is the panel's own lead.
  await expect(office.getByText("8 个展示中").first()).toBeVisible();
});

test("one branch adds an introduction, which is reviewed like any text", async () => {
  const webmaster = await personAt(browser, `webmaster.${introduced}`);
  await webmaster.goto(urlOf("console", `/${introduced}/articles`));
  await webmaster.getByRole("link", { name: new RegExp(title, "u") }).click();
  await expect(webmaster.getByText("本文跟随党务办公室的原文。")).toBeVisible();
  await webmaster.getByLabel("引言", { exact: true }).fill(introduction);
  await webmaster.getByRole("button", { name: "保存引言" }).click();
  await webmaster.getByRole("button", { name: "自检并提交审核" }).first().click();
  const dialog = webmaster.getByRole("dialog", { name: "自检并提交审核" });
  await declareAll(dialog);
  await dialog.getByRole("button", { name: "提交审核" }).click();
  await expect(webmaster.getByText("开始填写本支部引言")).toBeVisible();

  const secretary = await personAt(browser, `secretary.${introduced}`);
  await secretary.getByRole("link", { name: new RegExp(title, "u") }).click();
  await expect(secretary.getByText(introduction).first()).toBeVisible();
  await secretary.getByRole("button", { name: "通过并发布" }).first().click();
  await readUntil(
    () => read(introduced, addresses.get(introduced) ?? ""),
    ({ body }) => body.includes(introduction) && body.includes(phrase),
    2_000,
  );
  expect((await read("jichu", addresses.get("jichu") ?? "")).body).not.toContain(introduction);
});

test("the origin is corrected and the copies follow; the introduction stays", async () => {
  const { webmaster } = dangban;
  const columnId = await columnIdOf(webmaster, "dangban", "activities");
  const { article } = await webmaster.query<{ article: { version: number } }>("articles.forEditing", {
    branch: "dangban",
    articleId: origin.articleId,
  });
  const saved = await webmaster.mutate<{ articleId: string; version: number }>("articles.save", {
    branch: "dangban",
    articleId: origin.articleId,
    version: article.version,
    content: { ...articleContent(columnId, corrected, `更正后的要求。${phrase}`), coverId: pictureId },
  });
  const submitted = await webmaster.mutate<{ articleId: string; version: number }>("articles.submit", {
    branch: "dangban",
    ...{ articleId: saved.articleId, version: saved.version },
    ...{ selfCheck, note: "", waiversAsked: [] },
  });
  await dangban.approveAndPublish(submitted);
  for (const [slug, path] of addresses) {
    await readUntil(
      () => read(slug, path),
      ({ body }) => body.includes("更正后的要求"),
      10_000,
    );
    const { body } = await read(slug, path);
    expect(body).toContain(corrected);
    expect(body.includes(introduction)).toBe(slug === introduced);
  }
});

test("it is recalled: a minute later a crawl of all hosts finds nothing left", async () => {
  test.setTimeout(300_000);
  await openConsole(office, pushPath);
  await office.getByRole("button", { name: "统一撤回" }).click();
  const dialog = office.getByRole("dialog", { name: "从 8 个支部网站撤回？" });
  await dialog.getByLabel("撤回原因").fill("内容有误，另行通知。");
  await dialog.getByRole("button", { name: "统一撤回" }).click();
  await expect(office.getByText("已统一撤回，读者看不到了。")).toBeVisible();
  const recalledAt = performance.now();
  for (const [slug, path] of addresses) {
    await readUntil(
      () => read(slug, path),
      ({ status }) => status === 410,
      60_000,
    );
    const stub = await read(slug, path);
    expect(stub.body).toContain("由学院党务办公室统一撤回");
    expect(stub.body).not.toMatch(new RegExp(`${mark}`, "u"));
    expect((await read(slug, `/media/${pictureId}/w480.webp`)).status).toBe(404);
  }
  expect(performance.now() - recalledAt).toBeLessThan(60_000);

  // The origin is the office's own article: it is taken down too, so that nothing at all may be left.
  const { article } = await dangban.webmaster.query<{ article: { version: number } }>("articles.forEditing", {
    branch: "dangban",
    articleId: origin.articleId,
  });
  await dangban.withdraw({ articleId: origin.articleId, version: article.version });
  const visits = await crawlAll();
  expect(visits.length).toBeGreaterThan(300);
  const left = visits.filter(({ path, answer }) => answer.body.includes(String(mark)) || path.includes(pictureId));
  expect(left.map(({ host, path }) => host + path)).toEqual([]);
});

async function crawlAll(): Promise<Visit[]> {
  const hosts = ["localhost", "dangban.localhost", ...eight.map((slug) => `${slug}.localhost`)];
  const starts = ["/", "/sitemap.xml", "/feed.xml"];
  return crawl(
    sharedPort(),
    hosts.flatMap((host) => starts.map((path) => ({ host, path }))),
  );
}

test("each branch is told, and sees it in the article's timeline", async () => {
  const { webmaster } = await branchDesk(sharedPort(), "jichu");
  const [copy] = await rows<{ article_id: string }>(
    "SELECT c.article_id FROM push_copy c JOIN branch b ON b.id = c.tenant_id WHERE c.push_id = $1 AND b.slug = 'jichu'",
    pushPath.split("/").at(-1),
  );
  const { timeline, follows, can } = await webmaster.query<{
    timeline: { action: string; opinion: string }[];
    follows: { state: string; recallReason: string };
    can: Record<string, boolean>;
  }>("articles.forEditing", { branch: "jichu", articleId: copy?.article_id });
  expect(timeline[0]).toMatchObject({ action: "pushRecall", opinion: "内容有误，另行通知。" });
  expect(follows).toMatchObject({ state: "recalled", recallReason: "内容有误，另行通知。" });
  expect(can).toMatchObject({ edit: false, introduce: false, unlink: false });
  await expect
    .poll(async () =>
      rows("SELECT 1 FROM notification WHERE kind = 'push.recalled' AND params->>'title' LIKE $1", `%${mark}%`),
    )
    .not.toHaveLength(0);
});
