import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { appoint, type TestBranch, type TestUser } from "@zhibu/db/testing/factories";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { deskOf } from "../../fixtures/branch-desk.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { consoleClient } from "../../fixtures/console-client.ts";
import { openConsole, readyToUse } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll, screens } from "../../fixtures/judge-page.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

/** What a webmaster and a secretary did, in a branch of this spec's own. */
let branch: TestBranch;
let webmaster: TestUser;
let secretary: TestUser;
let article: { articleId: string; no: number };

test.beforeAll(async () => {
  branch = await openBranch();
  [webmaster, secretary] = [await newPerson("陆网管"), await newPerson("程书记")];
  await appoint(branch, webmaster, "webmaster");
  await appoint(branch, secretary, "secretary");
  const desk = deskOf(
    branch.slug,
    await consoleClient(sharedPort(), webmaster.loginName),
    await consoleClient(sharedPort(), secretary.loginName),
  );
  const submitted = await desk.submit("=审计要找到的文章", "一段正文。");
  await desk.approveAndPublish(submitted);
  article = submitted;
});

/** The demo's auditor, as they come in by the front door. */
async function auditor(page: Page): Promise<void> {
  await beSignedIn(page.context(), await consoleClient(sharedPort(), "auditor"));
  await page.goto(urlOf("console", "/"));
  await page.waitForURL(urlOf("console", "/office/audit"));
  await readyToUse(page);
}

/** The lines of the trail as they are read. */
const lines = (page: Page) => page.locator("main details > summary").filter({ has: page.locator("time") });

async function pick(page: Page, label: string, words: string, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("combobox", { name: label }).fill(words);
  await page.locator(".ant-select-item-option").filter({ hasText: option }).click();
}

test("an auditor comes straight to the trail, and has nothing else", async ({ page }) => {
  await auditor(page);
  await expect(page).toHaveURL(urlOf("console", "/office/audit"));
  await expect(page.getByRole("heading", { level: 1, name: "审计记录" })).toBeVisible();
  const menu = page.getByRole("navigation", { name: "主菜单" }).first();
  await expect(menu.getByRole("link")).toHaveText(["审计记录"]);
  for (const path of ["/office/branches", "/office/people", "/office/settings", "/office/facts", `/${branch.slug}`]) {
    await page.goto(urlOf("console", path));
    await expect(page.getByRole("heading", { name: "没有这个页面" }), path).toBeVisible();
  }
});

test("what a webmaster and a secretary did is found by person, branch, subject, kind and day", async ({ page }) => {
  await auditor(page);
  await pick(page, "人员", secretary.loginName, /程书记/u);
  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).first()).toContainText(/程书记\s*发布了文章 · 文章 1 号“=审计要找到的文章”/u);
  await expect(lines(page).last()).toContainText(/程书记\s*审核通过/u);
  await expect(lines(page).first()).toContainText(branch.name);

  await lines(page).first().click();
  await expect(page.locator("details[open]").getByText(/^本链/u).first()).toBeVisible();
  await page.getByRole("button", { name: "只看这个对象" }).click();
  await page.getByRole("button", { name: "清除筛选" }).click();

  await pick(page, "支部", branch.slug, new RegExp(branch.name, "u"));
  await expect(lines(page).filter({ hasText: "陆网管" }).first()).toBeVisible();
  await expect(lines(page).filter({ hasNotText: branch.name })).toHaveCount(0);

  await page.getByRole("searchbox", { name: "文章编号、网址或 ID" }).fill(String(article.no));
  await expect(lines(page).filter({ hasText: "新建了文章" })).toHaveCount(1);
  await page.getByRole("combobox", { name: "类别" }).selectOption({ label: "栏目" });
  await expect(page.getByText("没有符合条件的记录")).toBeVisible();
  await page.getByRole("combobox", { name: "类别" }).selectOption({ label: "文章" });
  await page.getByLabel("到", { exact: true }).fill("2020-01-01");
  await expect(page.getByText("没有符合条件的记录")).toBeVisible();
});

test("a changed value is told as what it was and what it became", async ({ page }) => {
  await auditor(page);
  await openConsole(page, `/office/audit?subject=${article.articleId}&group=article`);
  await lines(page).filter({ hasText: "提交审核" }).click();
  const details = page.locator("details[open]");
  await expect(details.locator("del")).toHaveText("草稿");
  await expect(details.getByText("待审核", { exact: true })).toBeVisible();
});

test("the filtered trail is taken away, opens again, runs no formula, and the taking is on record", async ({
  page,
}) => {
  await auditor(page);
  await openConsole(page, `/office/audit?subject=${article.articleId}`);
  await expect(lines(page).first()).toBeVisible();
  const shown = await lines(page).count();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 Excel" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^审计记录-\d{4}-\d\d-\d\d\.xlsx$/u);
  const { sheets } = await readXlsx(new Uint8Array(await readFile(await file.path())));
  const [heading = [], ...records] = sheets[0]?.rows ?? [];
  expect(heading.slice(0, 4)).toEqual(["时间", "人员", "支部", "动作"]);
  expect(records).toHaveLength(shown);
  expect(records[0]?.slice(1, 6)).toEqual(["程书记", branch.name, "发布了文章", "文章", "1 =审计要找到的文章"]);
  await expect(page.getByText(`已导出 ${shown} 条记录`)).toBeVisible();

  const csv = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  const text = await readFile(await (await csv).path(), "utf8");
  expect(text.startsWith("\uFEFF时间,人员,支部,动作")).toBe(true);
  expect(text.trim().split("\r\n")).toHaveLength(shown + 1);

  await openConsole(page, "/office/audit?group=audit");
  await expect(
    lines(page)
      .filter({ hasText: /严知微\s*导出审计记录/u })
      .first(),
  ).toBeVisible();
});

test("the auditor has one branch's chain verified; a row changed in the database is named", async ({ page }) => {
  await auditor(page);
  await openConsole(page, `/office/audit?chain=${branch.tenantId}`);
  const verify = page.getByRole("button", { name: `只校验“${branch.name}”` });
  await verify.click();
  await expect(page.getByText("完好。核对了 1 条链", { exact: false })).toBeVisible({ timeout: 20_000 });

  const change = (name: string) =>
    rows("UPDATE audit_entry SET actor_name = $2 WHERE tenant_id = $1 AND seq = 2", branch.tenantId, name);
  await change("别人");
  try {
    await expect(verify).toBeEnabled();
    await verify.click();
    await expect(page.getByText("请立即通知系统管理员", { exact: false })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("第 2 条被改过：内容与哈希不符")).toBeVisible();
  } finally {
    await change("陆网管");
  }
});

test("the office's own page leads from a record to its subject", async ({ browser }) => {
  const page = await personAt(browser, "office");
  await openConsole(page, `/office/audit?subject=${article.articleId}`);
  await lines(page).filter({ hasText: "发布了文章" }).click();
  await page.getByRole("link", { name: "在工作台打开" }).click();
  await page.waitForURL(urlOf("console", `/${branch.slug}/articles/${article.articleId}`));
  await page.context().close();
});

for (const { name, width, height } of screens) {
  test(`on a ${name} the trail is accessible and fits, opened records, findings and anchors too`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await auditor(page);
    await lines(page).first().click();
    await page.getByText("最近的锚点（可抄录备查）").click();
    await expectNoSidewaysScroll(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("searchbox", { name: "文章编号、网址或 ID" }).fill("看不懂");
    await expect(page.getByText("看不懂这个对象", { exact: false })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
  });
}
