import { expect, type Browser, type Page } from "@playwright/test";
import { readXlsx } from "hucre/xlsx";
import type { TestBranch } from "@zhibu/db/testing/factories";
import { row, rows } from "../../fixtures/behind-the-scenes.ts";
import { desktop } from "../../fixtures/console-browser.ts";
import type { ConsoleClient } from "../../fixtures/console-client.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { crawl } from "../../fixtures/crawl.ts";
import { entriesFile } from "../../fixtures/entries-file.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { knockAt, listState, moveEndTo } from "../../fixtures/publicity-desk.ts";
import { readFrom } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const names = ["濮阳示例甲", "濮阳示例乙", "濮阳示例丙"];
const title = "关于2026年秋季拟接收预备党员的公示（全程演练）";

test.describe.configure({ mode: "serial" });

let branch: TestBranch;
let host: string;
let no: number;
let publicityId: string;
let secretary: Page;

async function at(browser: Browser, client: ConsoleClient, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop });
  await beSignedIn(context, client);
  const page = await context.newPage();
  await openConsole(page, path);
  return page;
}

async function choose(page: Page, button: string, file: Awaited<ReturnType<typeof entriesFile>>): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).click();
  await (await chooser).setFiles(file);
}

test("prepared from Excel: what may not be published is named by row, and only a sound file is taken in", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  branch = await openBranch();
  host = `${branch.slug}.localhost`;
  const [preparer, signer] = [await staffMember(branch, "webmaster"), await staffMember(branch, "secretary")];
  const page = await at(browser, preparer.client, `/${branch.slug}/publicity`);
  await page.getByRole("button", { name: "新建公示" }).click();
  await page.getByRole("button", { name: /^拟接收预备党员/u }).click();
  await page.getByRole("textbox", { name: "标题" }).fill(title);
  await page.getByRole("button", { name: "从 Excel 导入" }).click();
  const dialog = page.getByRole("dialog", { name: "从 Excel 导入名单" });
  await expect(dialog).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: "下载模板" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("公示名单模板.xlsx");
  const { sheets } = await readXlsx(await downloadedBytes(await download.createReadStream()));
  const headings = (sheets[0]?.rows[0] ?? []).map(String);
  expect(headings).toEqual(["姓名 *", "年级专业或部门 *"]);

  const people = names.map((name) => [name, "2023级护理学1班"]);
  await choose(
    page,
    "选择 Excel 文件",
    await entriesFile([...headings, "学号"], ...people.map((row) => [...row, ""]), ["濮阳示例丁", "13800138000"]),
  );
  await expect(dialog.getByText("第 1 行 C 列（学号） 这类公示不允许公示这一列，请把整列删除。")).toBeVisible();
  await expect(dialog.getByText("第 5 行 B 列（年级专业或部门） 像是手机号码，不能公示，请删除。")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^填入/u })).toHaveCount(0);
  await expectWellMade(page);

  await choose(page, "选择改好的文件", await entriesFile(headings, ...people));
  await expect(dialog.getByText("3 人全部没有问题，可以填入名单。")).toBeVisible();
  await expectWellMade(page);
  expect((await row<{ draft: string }>(draftOf, branch.tenantId)).draft).not.toContain(names[0]);
  await dialog.getByRole("button", { name: "填入 3 人并保存" }).click();
  await expect(page.getByText("已填入 3 人并保存，请核对名单后提交签发。")).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "第 3 行姓名" })).toHaveValue(names[2] ?? "");
  expect((await row<{ draft: string }>(draftOf, branch.tenantId)).draft).toContain(names[0]);

  await page.getByRole("textbox", { name: "电话" }).fill("0373-3831234");
  await page.getByRole("button", { name: "保存并提交签发" }).click();
  await expect(page.getByRole("heading", { name: "提交签发的名单" })).toBeVisible();
  await page.context().close();
  ({ no, id: publicityId } = await row<{ no: number; id: string }>(
    "SELECT no, id FROM publicity_list WHERE tenant_id = $1",
    branch.tenantId,
  ));
  secretary = await at(browser, signer.client, `/${branch.slug}/publicity/${publicityId}`);
});

const draftOf = "SELECT coalesce(draft::text, '') AS draft FROM publicity_list WHERE tenant_id = $1";

async function downloadedBytes(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Where the list shows while it runs. */
const places = () => [
  { host, path: "/" },
  { host, path: "/g" },
  { host: "localhost", path: "/" },
];

test("signed by the secretary, readers find it on the branch's site, under 公示公告 and on the portal", async () => {
  for (const { host: where, path } of [...places(), { host, path: `/g/${no}` }])
    expect((await readFrom(sharedPort(), where, path)).body, where + path).not.toContain(title);
  await secretary.getByRole("button", { name: "签发并开始公示" }).click();
  await expect(secretary.getByRole("heading", { name: "正在公示的名单" })).toBeVisible();
  for (const { host: where, path } of places()) {
    await expect
      .poll(async () => (await readFrom(sharedPort(), where, path)).body, { message: where + path })
      .toContain(title);
  }
  const { body } = await readFrom(sharedPort(), host, `/g/${no}`);
  for (const name of names) expect(body).toContain(name);
});

let receipt: string;

test("a reader objects through the form without script, and can follow it with the receipt", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: desktop });
  const reader = await context.newPage();
  await reader.goto(urlOf(branch.slug, `/g/${no}`));
  await reader.getByText("在线提出异议").click();
  await reader.getByLabel("您要反映的情况").fill("名单中有一人的培养时间不满一年，请核实。");
  await reader.getByLabel("姓名（可不填）").fill("端木反映人");
  await reader.getByLabel("联系方式（实名时必填）").fill("duanmu@example.edu.cn");
  await reader.getByRole("button", { name: "提交异议" }).click();
  await expect(reader.getByText("已收到")).toBeVisible();
  receipt = (await reader.locator(".receipt-number").innerText()).trim();
  expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("the secretary accepts, investigates, decides and answers; the receipt follows", async () => {
  await secretary.reload();
  const steps = ["受理", "完成调查", "认定异议不成立"];
  for (const [index, step] of steps.entries()) {
    await secretary.getByRole("button", { name: "查看并处理" }).click();
    const dialog = secretary.getByRole("dialog", { name: "处理异议" });
    await expect(dialog.getByText("培养时间不满一年")).toBeVisible();
    await dialog.getByLabel("处理记录").fill(`第${index + 1}步：已查阅培养材料并谈话核实。`);
    if (index === 2) await dialog.getByLabel("给反映人的答复").fill("经核实，该同志的培养时间符合规定。");
    await dialog.getByRole("button", { name: step }).click();
    await expect(dialog).toHaveCount(0);
  }
  await expect(secretary.getByText("异议不成立")).toBeVisible();
  const { body } = await readFrom(sharedPort(), host, `/g/receipt?number=${receipt}`);
  expect(body).toContain("已办结：异议不成立");
});

test("at its end the names leave every page by themselves, and the statement is published", async () => {
  const end = new Date();
  await moveEndTo(end, [publicityId]);
  // Readers are shown no name from the minute on, whether the job has run or not.
  await expect.poll(async () => (await readFrom(sharedPort(), host, `/g/${no}`)).body).not.toContain(names[0]);
  await knockAt(end, [publicityId]);
  await expect.poll(() => listState(publicityId)).toBe("ended");
  await secretary.reload();
  const statement = secretary.getByRole("textbox", { name: "说明正文" });
  await expect(statement).toHaveValue(/收到异议1件/u);
  await secretary.getByRole("button", { name: "签发并公布" }).click();
  await expect(statement).toHaveCount(0);
  await secretary.getByRole("button", { name: "查看存档名单" }).click();
  const asked = secretary.getByRole("dialog", { name: "查看存档名单" });
  await asked.getByLabel("查看事由").fill("核对入党材料");
  await asked.getByRole("button", { name: "查看名单" }).click();
  await expect(secretary.getByRole("cell", { name: "濮阳示例甲", exact: true })).toBeVisible();
  await secretary.context().close();
  await expect
    .poll(async () => (await readFrom(sharedPort(), host, `/g/${no}`)).body)
    .toMatch(/公示已结束（2026年.*至.*）[\s\S]*公示结果说明[\s\S]*收到异议1件/u);
});

test("nothing a reader can reach, on any host, says one of the names", async () => {
  test.setTimeout(300_000);
  const slugs = await rows<{ slug: string }>("SELECT slug FROM branch WHERE state = 'open'");
  const hosts = ["localhost", "console.localhost", ...slugs.map(({ slug }) => `${slug}.localhost`)];
  const starts = hosts.flatMap((each) =>
    ["/", "/g", "/feed.xml", "/sitemap.xml", "/robots.txt"].map((path) => ({ host: each, path })),
  );
  const visits = await crawl(
    sharedPort(),
    [...starts, ...[`/g/${no}`, `/g/receipt?number=${receipt}`].map((path) => ({ host, path }))],
    { wholeFiles: true },
  );
  expect(visits.length).toBeGreaterThan(500);
  const naming = visits.filter(({ answer: { body, headers } }) =>
    [...names, "端木反映人"].some((name) => body.includes(name) || JSON.stringify(headers).includes(name)),
  );
  expect(naming.map((visit) => visit.host + visit.path)).toEqual([]);
  // What stays is found: the crawl was where the names had been.
  expect(
    visits.some((visit) => visit.host === host && visit.path === `/g/${no}` && visit.answer.body.includes(title)),
  ).toBe(true);
});
