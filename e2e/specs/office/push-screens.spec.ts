import { expect, type Page } from "@playwright/test";
import { branchDesk } from "../../fixtures/branch-desk.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { readFrom } from "../../fixtures/read-from.ts";
import { scriptKilobytes } from "../../fixtures/script-weight.ts";
import { test } from "../../fixtures/test.ts";

const target = "yaoxue";
const title = `供选用的经验${Date.now()}`;

test.describe.configure({ mode: "serial" });

let office: Page;
let webmaster: Page;
let pushPath: string;

/** Opens a page of the console and holds it against what every page must be. */
async function judged(page: Page, path: string): Promise<void> {
  const html = await openConsole(page, path);
  expect(await scriptKilobytes(html), path).toBeLessThanOrEqual(350);
  await expect(page.getByText("正在加载…")).toHaveCount(0);
  await expectWellMade(page);
}

test.beforeAll(async ({ browser }) => {
  const dangban = await branchDesk(sharedPort(), "dangban");
  await dangban.approveAndPublish(await dangban.submit(title, "一条好经验。"));
  office = await personAt(browser, "office");
  webmaster = await personAt(browser, `webmaster.${target}`);
});

test("the form sends an offer to one branch", async () => {
  await judged(office, "/office/pushes/new");
  await office.getByRole("button", { name: new RegExp(title, "u") }).click();
  await office.getByRole("radio", { name: /支部选用/u }).check();
  await office.getByRole("button", { name: "全不选" }).click();
  await expect(office.getByRole("button", { name: "还没有选择支部" })).toBeDisabled();
  await office.getByRole("checkbox", { name: "药学院党总支" }).check();
  await expectWellMade(office);
  await office.getByRole("button", { name: "推送到 1 个支部网站" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "推送到 1 个支部" }).click();
  await expect(office.getByText("还有 1 个支部没有回复。")).toBeVisible();
  pushPath = new URL(office.url()).pathname;
});

test("the branch finds it in its inbox, reads it, and shows it", async () => {
  await openConsole(webmaster, "/inbox");
  await webmaster.getByRole("link", { name: new RegExp(title, "u") }).click();
  await webmaster.waitForURL(/\/pushes$/u);
  await judged(webmaster, `/${target}/pushes`);
  const offer = webmaster.getByRole("listitem").filter({ hasText: title });
  await offer.getByRole("button", { name: "看全文" }).click();
  await expect(webmaster.getByRole("dialog")).toContainText("一条好经验。");
  await webmaster.keyboard.press("Escape");
  await offer.getByRole("button", { name: "在本支部展示" }).click();
  await webmaster.getByRole("dialog").getByRole("button", { name: "在本支部展示" }).click();
  await expect(offer).toHaveCount(0);
  expect((await readFrom(sharedPort(), `${target}.localhost`, "/")).body).toContain(title);
});

test("its article follows, and the branch may take the way out", async () => {
  await judged(webmaster, `/${target}/pushes?tab=answered`);
  await webmaster.getByRole("listitem").filter({ hasText: title }).getByRole("link", { name: "打开文章" }).click();
  await expect(webmaster.getByText("本文跟随党务办公室的原文。")).toBeVisible();
  await expectWellMade(webmaster);
  await webmaster.getByRole("button", { name: "解除跟随" }).click();
  const dialog = webmaster.getByRole("dialog", { name: "解除对原文的跟随？" });
  await dialog.getByLabel("解除的原因").fill("需要补充本支部的做法。");
  await dialog.getByRole("button", { name: "解除跟随" }).click();
  await expect(webmaster.getByRole("button", { name: "开始修改" })).toBeVisible();
});

test("the office sees who unlinked it and why", async () => {
  await judged(office, "/office/pushes");
  await judged(office, pushPath);
  await expect(office.getByText("已解除跟随", { exact: true })).toBeVisible();
  await expect(office.getByText("需要补充本支部的做法。")).toBeVisible();
});
