import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { startScratchPostgres, type ScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { acceptInvitation } from "../../fixtures/accept-invitation.ts";
import { readyToUse } from "../../fixtures/console-page.ts";
import { foundCollege, type FoundOptions } from "../../fixtures/found-college.ts";
import { urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { freePort, startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { test } from "../../fixtures/test.ts";

const password = "春江潮水连海平，海上明月共潮生";
const officer = { login: "hezhengyan", name: "何正言" };

let folder: string;
let postgres: ScratchPostgres;
let options: FoundOptions;
let founded: { link: string; output: string };
let portal: PortalProcess;

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-found-"));
  postgres = await startScratchPostgres();
  options = { databaseUrl: await postgres.createDatabase("founded"), dataDir: folder, port: await freePort() };
  founded = await foundCollege(
    options,
    ...[
      "--college",
      "求实学院",
      "--short-name",
      "求实",
      "--login",
      officer.login,
      "--name",
      officer.name,
      "--icp",
      "豫ICP备00000000号",
    ],
  );
  portal = await startPortal(options);
});

test.afterAll(async () => {
  await portal.end();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const read = (slug: string, at: string) => () =>
  readFrom(options.port, slug === "" ? "localhost" : `${slug}.localhost`, at);

/** What was mistyped at the founding is put right in the console, and every reader sees it at once. */
async function nameCollegeAnew(office: Page): Promise<void> {
  await office.goto(urlOf("console", "/office/settings", options.port));
  await readyToUse(office);
  const college = office.getByRole("form", { name: "学院信息" });
  await college.getByRole("textbox", { name: "学院简称" }).fill("求");
  await college.getByRole("textbox", { name: "地址" }).fill("求知路2号");
  await college.getByRole("button", { name: "保存" }).click();
  await expect(college.getByText("简称 2 至 12 字")).toBeVisible();
  await expectWellMade(office);
  await college.getByRole("textbox", { name: "学院简称" }).fill("求是");
  await college.getByRole("button", { name: "保存" }).click();
  await readUntil(read("", "/"), ({ body }) => body.includes("求知路2号"), 2_000);
  await expect(college.getByText("有未保存的修改")).toHaveCount(0);
}

test("a founded college starts without a demo: no branches, no accounts, no password", async () => {
  // The report is printed after the doors are open.
  await expect.poll(() => portal.output()).toContain(urlOf("console", "", options.port));
  expect(portal.output()).not.toContain("演示");
  expect(await readdir(folder)).not.toContain("demo-password");
  const home = await read("", "/")();
  expect(home.status).toBe(200);
  for (const words of ["求实学院党建门户", "豫ICP备00000000号"]) expect(home.body).toContain(words);
  expect((await read("dangban", "/")()).status).toBe(200);
  expect((await read("jichu", "/")()).status).toBe(404);
});

test("the first officer comes by the link, opens a branch, and its secretary comes by theirs", async ({ browser }) => {
  test.setTimeout(180_000);
  const office = await (await browser.newContext()).newPage();
  await office.goto(founded.link);
  await expect(office.getByText("服务器管理员邀请您使用支部网站工作台")).toBeVisible();
  await acceptInvitation(office, founded.link, password);

  await office.goto(urlOf("console", "/office/people", options.port));
  await readyToUse(office);
  await expect(office.getByText("还只有您一个人")).toBeVisible();
  await expectWellMade(office);
  await office.goto(urlOf("console", "/office", options.port));
  await readyToUse(office);
  await expect(office.getByText("还没有支部")).toBeVisible();
  await expectWellMade(office);
  await office.getByRole("link", { name: "开设支部" }).first().click();
  await office.getByRole("textbox", { name: "全称" }).fill("护理学院党总支");
  await office.getByRole("textbox", { name: "简称" }).fill("护理学院");
  await office.getByRole("textbox", { name: "地址名" }).fill("huli");
  await office.getByRole("textbox", { name: "姓名" }).nth(0).fill("苗清越");
  await office.getByRole("textbox", { name: "姓名" }).nth(1).fill("牧远山");
  await office.getByRole("button", { name: "开设支部" }).click();
  await expect(office.getByRole("heading", { name: "护理学院党总支已开设" })).toBeVisible();
  await readUntil(read("huli", "/"), ({ status, body }) => status === 200 && body.includes("护理学院党总支"), 3_000);
  expect((await read("", "/branches")()).body).toContain("护理学院党总支");

  const [, link = ""] = await office.locator("code").allInnerTexts();
  await nameCollegeAnew(office);
  const secretary = await (await browser.newContext()).newPage();
  await acceptInvitation(secretary, link, password);
  await secretary.goto(urlOf("console", "/huli", options.port));
  await expect(secretary.getByRole("heading", { level: 1 })).toBeVisible();
});

test("beside the running portal a new link is the way back in; the first one opens nothing any more", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const again = await foundCollege(options, "--login", officer.login, "--new-link");
  const page = await (await browser.newContext()).newPage();
  await page.goto(founded.link);
  await expect(page.getByRole("heading", { name: "链接已失效" })).toBeVisible();
  await acceptInvitation(page, again.link, password);
  await page.goto(urlOf("console", "/office/audit", options.port));
  await expect(page.getByText("生成一次性链接").first()).toBeVisible();
});
