import { randomBytes } from "node:crypto";
import { expect, type Browser, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import { choosePassword } from "../../fixtures/accept-invitation.ts";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { deskOf } from "../../fixtures/branch-desk.ts";
import { desktop } from "../../fixtures/console-browser.ts";
import { consoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { peopleFile } from "../../fixtures/people-file.ts";
import { openBranch, newPerson, shanghaiDay, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const password = "海内存知己，天涯若比邻";

async function officeAt(browser: Browser, path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: desktop,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await beSignedIn(context, (await officePerson("办公室孟老师")).client);
  await openConsole(page, path);
  return page;
}

async function chooseBranch(page: Page, name: string): Promise<void> {
  await page.getByRole("combobox", { name: "支部" }).fill(name);
  await page.getByTitle(name).click();
  // The list fades; what is judged next is the form without it.
  await expect(page.locator(".ant-select-dropdown").filter({ visible: true })).toHaveCount(0);
}

const mark = () => randomBytes(4).toString("hex");

test("the office invites a person, who accepts and finds the branch; the term ends, and the branch is gone", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const branch = await openBranch();
  const office = await officeAt(browser, "/office/people");
  await expect(office.getByRole("table", { name: "人员列表" })).toBeVisible();
  await expectWellMade(office);

  await office.getByRole("link", { name: "邀请人员" }).click();
  await office.getByRole("button", { name: "邀请并生成链接" }).click();
  await expect(office.getByText("请填写 2–40 个字的姓名。")).toBeVisible();
  await expect(office.getByText("请选择支部。")).toBeVisible();
  await office.getByRole("textbox", { name: "姓名" }).fill("钟离清和");
  await expect(office.getByRole("textbox", { name: "登录名" })).toHaveValue(/^zhongliqinghe\d*$/u);
  const loginName = `p${mark()}`;
  await office.getByRole("textbox", { name: "登录名" }).fill(loginName);
  await chooseBranch(office, branch.name);
  await expectWellMade(office);
  await office.getByRole("button", { name: "邀请并生成链接" }).click();
  await expect(office.getByRole("heading", { name: "已邀请钟离清和" })).toBeVisible();
  await office.getByRole("button", { name: "复制链接" }).click();
  await expect(office.getByText("已复制，请当面或通过可靠的方式交给本人")).toBeVisible();
  const link = await office.getByRole("textbox", { name: "链接" }).inputValue();
  expect(await office.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await expectWellMade(office);

  const invited = await (await browser.newContext({ viewport: desktop })).newPage();
  await choosePassword(invited, link, password);
  await expect(invited.getByRole("textbox", { name: "登录名" })).toHaveValue(loginName);
  await invited.getByLabel("密码", { exact: true }).fill(password);
  await invited.getByRole("button", { name: "登录", exact: true }).click();
  await invited.waitForURL(urlOf("console", "/inbox"));
  await openConsole(invited, `/${branch.slug}/articles`);
  await expect(invited.getByRole("button", { name: "写文章" }).first()).toBeVisible();

  await office.getByRole("link", { name: "查看钟离清和" }).click();
  await expect(office.getByRole("heading", { name: "钟离清和" })).toBeVisible();
  await expect(office.getByText("办公室孟老师任命")).toBeVisible();
  await expectWellMade(office);
  await office.getByRole("button", { name: "结束任期" }).click();
  const dialog = office.getByRole("dialog", { name: "结束任期" });
  await dialog.getByLabel("最后一天").fill(await shanghaiDay(-1));
  await dialog.getByRole("button", { name: "结束任期" }).click();
  await expect(dialog.getByText("请填写原因。")).toBeVisible();
  await dialog.getByRole("textbox", { name: "原因" }).fill("工作调动");
  await expectWellMade(office, ".ant-modal");
  await dialog.getByRole("button", { name: "结束任期" }).click();
  await expect(office.getByText("过去的任职（1）")).toBeVisible();
  await invited.goto(urlOf("console", `/${branch.slug}/articles`));
  await expect(invited.getByRole("heading", { name: "没有这个页面" })).toBeVisible();

  await office.getByRole("button", { name: "停用账号" }).click();
  const shut = office.getByRole("dialog", { name: "停用钟离清和的账号" });
  await shut.getByRole("textbox", { name: "原因" }).fill("离校");
  await shut.getByRole("button", { name: "停用账号" }).click();
  await expect(office.getByText("已停用，不能登录").or(office.getByText("起停用，不能登录"))).toBeVisible();
  await invited.goto(urlOf("console", "/inbox"));
  await invited.waitForURL(/sign-in/u);
});

test("an Excel file is previewed with every error, its good rows are taken in, and links go to paper", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const branch = await openBranch();
  const code = mark();
  const office = await officeAt(browser, "/office/people/imports");
  await expectWellMade(office);

  const [download] = await Promise.all([
    office.waitForEvent("download"),
    office.getByRole("link", { name: "下载模板" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("人员导入模板.xlsx");
  const { sheets } = await readXlsx(await bytesOf(download));
  expect(sheets.map(({ name }) => name)).toEqual(["人员", "可选内容", "填写说明"]);
  expect(sheets[1]?.rows.flat()).toContain(branch.name);

  const good = Array.from({ length: 230 }, (_, index) => [
    "批量甲",
    `p${code}${index}`,
    "",
    branch.name,
    "信息员",
    "2026-01-01",
    "",
  ]);
  const bad = [
    ["", `p${code}x`, "", branch.name, "信息员", "2026-01-01", ""],
    ["批量乙", "11010519491231002X", "", branch.name, "信息员", "2026-01-01", ""],
    ["批量丙", "", "bing@", "没有的支部", "班长", "去年", "2020-01-01"],
  ];
  const chooser = office.waitForEvent("filechooser");
  await office.getByRole("button", { name: "选择 Excel 文件" }).click();
  await (await chooser).setFiles(await peopleFile([...good, ...bad]));
  await expect(office.getByText("233 行中有 3 行有问题。")).toBeVisible();
  await expect(office.getByText("现在还没有写入任何账号。")).toBeVisible();
  const table = office.getByRole("table", { name: "表格的每一行" });
  await expect(table.getByRole("listitem")).toHaveText([
    "A 列“姓名”：没有填写。",
    /^B 列“登录名”：像是身份证号。/u,
    "C 列“邮箱”：邮箱格式不对。",
    /^D 列“支部”：没有叫“没有的支部”的支部。/u,
    /^E 列“角色”：没有“班长”这个角色。/u,
    /^F 列“任期开始”：“去年”不是日期。/u,
    /^G 列“任期结束”：2020-01-01 已经过去/u,
  ]);
  await expect(office.getByText("110105194912")).toHaveCount(0);
  await expectWellMade(office);
  expect(await peopleLike(code)).toBe(0);

  await office.getByRole("button", { name: "只导入没有问题的 230 行" }).click();
  await office.getByRole("dialog").getByRole("button", { name: "只导入没有问题的 230 行" }).click();
  await expect(office.getByText("已导入 230 行，3 行有问题没有导入。")).toBeVisible({ timeout: 30_000 });
  expect(await peopleLike(code)).toBe(230);
  await expectWellMade(office);

  await office.getByRole("button", { name: "生成 230 人的链接" }).click();
  await expect(office.getByRole("button", { name: "打印 230 条" })).toBeVisible({ timeout: 30_000 });
  await expect(office.getByText(`p${code}7`, { exact: true })).toBeVisible();
  await office.emulateMedia({ media: "print" });
  await expect(office.getByRole("navigation").first()).toBeHidden();
  await expect(office.getByText(`p${code}7`, { exact: true })).toBeVisible();
});

async function bytesOf(download: { createReadStream: () => Promise<AsyncIterable<Buffer>> }): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(await download.createReadStream()));
}

async function peopleLike(code: string): Promise<number> {
  const [found] = await rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM app_user WHERE login_name LIKE $1",
    `p${code}%`,
  );
  return found?.count ?? 0;
}

test("a leaving webmaster's role and work go to a successor, and both can print the list", async ({ browser }) => {
  test.setTimeout(300_000);
  const branch = await openBranch();
  const leaver = await staffMember(branch, "webmaster");
  const secretary = await staffMember(branch, "secretary");
  const successor = await newPerson("卫思远");
  const desk = deskOf(branch.slug, leaver.client, secretary.client);
  const { articleId, version } = await desk.submit("交接前提交的活动报道", "活动已经举行。");
  await secretary.client.mutate("articles.return", {
    branch: branch.slug,
    articleId,
    version,
    reason: "请补充参加人数",
  });

  const office = await officeAt(browser, `/office/people/${leaver.person.userId}`);
  await office.getByRole("link", { name: "办理交接" }).click();
  await expect(office.getByText("交接前提交的活动报道")).toBeVisible();
  await office.getByRole("combobox", { name: "接收人" }).fill("卫思远");
  await office.getByTitle(`卫思远（${successor.loginName}）`).click();
  await office.getByRole("textbox", { name: "交接原因" }).fill("退休");
  await expect(office.getByText("将移交 1 项职务、1 篇稿件给卫思远。")).toBeVisible();
  await expectWellMade(office);
  await office.getByRole("button", { name: "确认交接" }).click();
  await expect(office.getByRole("heading", { name: "交接已办理" })).toBeVisible();
  await expectWellMade(office);

  const sheet = await office.getByRole("link", { name: /打印.*的交接清单/u }).getAttribute("href");
  const client = await consoleClient(sharedPort(), successor.loginName);
  const context = await browser.newContext({ viewport: desktop });
  await beSignedIn(context, client);
  const page = await context.newPage();
  await page.goto(urlOf("console", sheet ?? ""));
  await expect(page.getByRole("heading", { name: "工作交接清单" })).toBeVisible();
  for (const words of [branch.name, "卫思远", "退休", "交接前提交的活动报道", "已退回", "监交人（签字）"]) {
    await expect(page.getByText(words, { exact: true })).toBeVisible();
  }
  await expectWellMade(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
  const paper = await page.pdf({ format: "A4", margin: { top: "20mm", bottom: "20mm", left: "20mm", right: "20mm" } });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);

  await page.emulateMedia({ media: "screen" });
  await openConsole(page, "/inbox");
  await expect(page.getByRole("link", { name: /交接前提交的活动报道/u })).toBeVisible();
  await expect(leaver.client.query("articles.counts", { branch: branch.slug })).rejects.toThrow("NOT_FOUND");
  const handOverId = sheet?.split("/").at(-1);
  expect(await leaver.client.query("desk.handOver", { handOverId })).toMatchObject({ toName: "卫思远" });
  await expect(secretary.client.query("desk.handOver", { handOverId })).rejects.toThrow("NOT_FOUND");
});
