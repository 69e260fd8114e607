import { expect, type Browser, type Page } from "@playwright/test";
import { branchDesk, columnIdOf, deskOf } from "../../fixtures/branch-desk.ts";
import type { ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole, readyToUse } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { openBranch, shanghaiDay, staffMember } from "../../fixtures/scratch-branch.ts";
import { declareAll } from "../../fixtures/self-check.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

/** A branch of its own with the two who run it. */
async function staffed() {
  const branch = await openBranch();
  const [webmaster, secretary] = [await staffMember(branch, "webmaster"), await staffMember(branch, "secretary")];
  const desk = deskOf(branch.slug, webmaster.client, secretary.client);
  const read = (path: string) => () => readFrom(sharedPort(), `${branch.slug}.localhost`, path);
  return { branch, webmaster, secretary, desk, read };
}

type Staffed = Awaited<ReturnType<typeof staffed>>;

async function publish(
  { branch, webmaster, desk }: Staffed,
  title: string,
  content: readonly object[],
  isNews = false,
) {
  const columnId = await columnIdOf(webmaster.client, branch.slug, isNews ? "activities" : "structure");
  const body = { type: "doc", content: [{ type: "paragraph", content }] };
  const eventAt = isNews ? new Date(Date.now() - 3 * 86_400_000).toISOString() : null;
  const article = await desk.submit(title, "", { columnId, body, eventAt });
  await desk.approveAndPublish(article);
  return article;
}

async function pageOf(browser: Browser, client: ConsoleClient): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await beSignedIn(page.context(), client);
  return page;
}

const words = (text: string) => ({ type: "text", text });

test("a fact changes: the reference follows, two branches are asked to correct, dated news keeps the old value", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const [byReference, byHand, alsoByHand] = [await staffed(), await staffed(), await staffed()];
  const office = await officePerson();
  // Figures nobody else writes: the search goes through every branch there is.
  const old = String(100_000 + Math.floor(Math.random() * 400_000) * 2);
  const next = String(Number(old) + 1);
  const name = `党员总数${byHand.branch.slug.slice(-4)}`;
  const key = `members-${byHand.branch.slug.slice(-6)}`;

  const officePage = await pageOf(browser, office.client);
  await test.step("the office adds the fact, in force since a month ago", async () => {
    await openConsole(officePage, "/office/facts");
    await expectWellMade(officePage);
    await officePage.getByRole("button", { name: "添加事实" }).click();
    const dialog = officePage.getByRole("dialog", { name: "添加事实" });
    await dialog.getByLabel("名称").fill(name);
    await dialog.getByLabel("单位").fill("名");
    await dialog.getByLabel("代号").fill(key);
    await dialog.getByLabel("数值").fill(old);
    await dialog.getByLabel("从哪天起").fill(await shanghaiDay(-30));
    await dialog.getByLabel("依据").fill("年度统计报表");
    await dialog.getByRole("button", { name: "添加事实" }).click();
    await expect(officePage.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  const slug = byReference.branch.slug;
  const pageNo = await test.step("one branch puts it into a page by reference, from the toolbar", async () => {
    const columnId = await columnIdOf(byReference.webmaster.client, slug, "structure");
    const draft = await byReference.webmaster.client.mutate<{ articleId: string; no: number }>("articles.create", {
      branch: slug,
      columnId,
    });
    const page = await pageOf(browser, byReference.webmaster.client);
    await page.goto(urlOf("console", `/${slug}/articles/${draft.articleId}`));
    await page.getByRole("textbox", { name: "标题", exact: true }).fill("组织设置");
    await page.getByRole("textbox", { name: "正文" }).click();
    await page.keyboard.type("现有党员");
    await page.getByRole("button", { name: "插入院级事实" }).click();
    const search = page.getByRole("searchbox", { name: "按名称查找" });
    if (await search.isVisible()) await search.fill(name);
    await page.getByRole("button", { name: new RegExp(`${name}.*${old}`, "u") }).click();
    await page.keyboard.type("名。");
    const body = page.getByRole("textbox", { name: "正文" });
    await expect(body).toContainText(`现有党员${old}`);
    await expect(body.getByTitle(`院级事实：${name}`)).toBeVisible();
    await expect(page.getByText(/^已保存/u).first()).toBeVisible();
    // Copied and pasted it stays a reference.
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("ControlOrMeta+X");
    await page.keyboard.press("ControlOrMeta+V");
    await expect(body.getByTitle(`院级事实：${name}`)).toBeVisible();
    await page.getByRole("button", { name: "自检并提交审核" }).first().click();
    const dialog = page.getByRole("dialog", { name: "自检并提交审核" });
    await declareAll(dialog);
    await dialog.getByRole("button", { name: "提交审核" }).click();
    await expect(page.getByText("已提交，等党总支书记审核。").first()).toBeVisible();
    const { article } = await byReference.secretary.client.query<{ article: { version: number } }>(
      "articles.forEditing",
      {
        branch: slug,
        articleId: draft.articleId,
      },
    );
    await byReference.desk.approveAndPublish({ articleId: draft.articleId, version: article.version });
    return draft.no;
  });
  const reference = { type: "fact", attrs: { key } };
  const news = await publish(byReference, "统计工作新闻", [words("当日党员"), reference, words("名")], true);
  const first = await publish(byHand, "支部概况", [words(`全院党员${old}名`)]);
  await publish(byHand, "旧新闻", [words(`全院党员${old}名`)], true);
  const second = await publish(alsoByHand, "党务公开", [words(`${name}为${Number(old).toLocaleString("en-US")}`)]);
  const shown = byReference.read(`/a/${pageNo}`);
  await readUntil(shown, ({ body }) => body.includes(`现有党员${old}名`), 2_000);

  await test.step("it changes; the reader's page follows within a second", async () => {
    await officePage.getByRole("button", { name: "更新数值" }).click();
    const dialog = officePage.getByRole("dialog");
    await dialog.getByLabel("数值（单位：名）").fill(next);
    await dialog.getByLabel("依据").fill("本月台账");
    const changed = officePage.waitForResponse((response) => response.url().includes("office.facts.addValue"));
    await dialog.getByRole("button", { name: "立即更新" }).click();
    expect((await changed).status()).toBe(200);
    await readUntil(shown, ({ body }) => body.includes(`现有党员${next}名`) && !body.includes(old), 1_000);
  });

  await test.step("the office looks through what was found, and sends it", async () => {
    await expect(officePage.getByRole("heading", { name: "仍手写旧说法的文稿" })).toBeVisible({ timeout: 60_000 });
    const found = officePage.getByRole("listitem").filter({ has: officePage.getByRole("checkbox") });
    await expect(found).toHaveCount(2);
    await expect(found.filter({ hasText: "支部概况" })).toContainText(next);
    await expect(found.filter({ hasText: "党务公开" })).toContainText(Number(next).toLocaleString("en-US").slice(0, 3));
    await expectWellMade(officePage);
    // Only the unit stands beside it, not the fact's name: that is for a person to judge.
    const unsure = found.filter({ hasText: "支部概况" });
    await expect(unsure).toContainText("请核对是否所指");
    await unsure.getByRole("checkbox").check();
    await officePage.getByRole("button", { name: "发出 2 项更正任务" }).click();
    await expect(officePage.getByText("更正任务已发出，各支部的处理情况见下。")).toBeVisible();
  });

  await test.step("a branch finds it in the inbox, accepts, and after review readers see it", async () => {
    const { branch, webmaster, desk } = byHand;
    const page = await pageOf(browser, webmaster.client);
    await openConsole(page, "/inbox");
    await page.getByRole("link", { name: /支部概况/u }).click();
    await page.waitForURL(urlOf("console", `/${branch.slug}/corrections`));
    await readyToUse(page);
    const task = page.getByRole("listitem").filter({ hasText: "支部概况" });
    await expect(task).toContainText(old);
    await expectWellMade(page);
    await task.getByRole("button", { name: "采用建议" }).click();
    await page.waitForURL(urlOf("console", `/${branch.slug}/articles/${first.articleId}`));
    await expect(page.getByRole("textbox", { name: "正文" })).toContainText(`全院党员${next}名`);
    await page.getByRole("button", { name: "自检并提交审核" }).first().click();
    const dialog = page.getByRole("dialog", { name: "自检并提交审核" });
    await declareAll(dialog);
    await dialog.getByRole("button", { name: "提交审核" }).click();
    await expect(page.getByText("已提交，等党总支书记审核。").first()).toBeVisible();
    const { article } = await webmaster.client.query<{ article: { version: number } }>("articles.forEditing", {
      branch: branch.slug,
      articleId: first.articleId,
    });
    await desk.approveAndPublish({ articleId: first.articleId, version: article.version });
    await readUntil(byHand.read(`/a/${first.no}`), ({ body }) => body.includes(`全院党员${next}名`), 1_000);
    await openConsole(page, `/${branch.slug}/corrections`);
    await expect(page.getByText("没有要更正的文稿")).toBeVisible();
  });

  await test.step("the other has its reasons; the office sees both", async () => {
    const { branch, secretary } = alsoByHand;
    const page = await pageOf(browser, secretary.client);
    await openConsole(page, `/${branch.slug}/corrections`);
    const task = page.getByRole("listitem").filter({ hasText: "党务公开" });
    await task.getByRole("button", { name: "不需更正" }).click();
    const dialog = page.getByRole("dialog", { name: "保留原文" });
    await dialog.getByLabel("为什么不需更正").fill("写的是当时的情况");
    await dialog.getByRole("button", { name: "不需更正" }).click();
    await expect(page.getByText("没有要更正的文稿")).toBeVisible();
    await officePage.reload();
    await expect(officePage.getByText("全部处理完毕。")).toBeVisible();
    const rowOf = (slugOf: Staffed) => officePage.getByRole("row").filter({ hasText: slugOf.branch.name.slice(-6) });
    await expect(rowOf(byHand)).toContainText("0");
    await expect(rowOf(alsoByHand).getByRole("cell").last()).toHaveText("1");
    expect((await alsoByHand.read(`/a/${second.no}`)()).body).toContain(Number(old).toLocaleString("en-US"));
  });

  await test.step("dated news keeps what was true on its day", async () => {
    const past = await byReference.read(`/a/${news.no}`)();
    expect(past.body).toContain(`当日党员${old}名`);
    const tasks = await byHand.webmaster.client.query<{ counts: { open: number; done: number } }>("corrections.list", {
      branch: byHand.branch.slug,
    });
    expect(tasks.counts).toMatchObject({ open: 0, done: 1 });
  });
});

test("a page of the college stands on every site and on the portal, follows its text, and is gone everywhere at once", async () => {
  const branch = await openBranch();
  const office = await officePerson();
  const writers = await branchDesk(sharedPort(), "dangban");
  const slug = `page-${crypto.randomUUID().slice(0, 8)}`;
  const name = `学院简介${slug.slice(-4)}`;
  const article = await writers.submit(name, "学院创建于一九五〇年。");
  const published = await writers.approveAndPublish(article);
  await office.client.mutate("office.pages.add", { slug, title: name, articleId: article.articleId });
  const hosts = ["localhost", "jichu.localhost", `${branch.slug}.localhost`];
  const on = (host: string, path: string) => () => readFrom(sharedPort(), host, path);
  for (const host of hosts) {
    await readUntil(on(host, `/p/${slug}`), ({ status, body }) => status === 200 && body.includes("学院创建于"), 1_000);
    expect((await on(host, "/")()).body).toContain(`href="/p/${slug}"`);
  }
  expect((await on("jichu.localhost", "/sitemap.xml")()).body).toContain(`/p/${slug}`);
  // The branch's own frame around the college's words, which search engines find on the portal.
  const page = (await on("jichu.localhost", `/p/${slug}`)()).body;
  expect(page).toContain("基础医学院党总支");
  expect(page).toMatch(new RegExp(`rel="canonical" href="http://localhost:\\d+/p/${slug}"`, "u"));

  await writers.withdraw(published);
  for (const host of hosts) {
    await readUntil(on(host, `/p/${slug}`), ({ status }) => status === 404, 2_000);
    for (const path of ["/", `/p/${slug}`]) expect((await on(host, path)()).body).not.toContain(name);
  }
});
