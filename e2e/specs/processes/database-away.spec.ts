import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "@playwright/test";
import { startScratchPostgres, type ScratchPostgres } from "@zhibu/db/testing/scratch-postgres";
import { branchDesk } from "../../fixtures/branch-desk.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { databaseCable, type DatabaseCable } from "../../fixtures/database-cable.ts";
import { urlOf } from "../../fixtures/hosts.ts";
import { startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { test } from "../../fixtures/test.ts";

const branch = "yaoxue";
const awayMs = 10_000;

let folder: string;
let postgres: ScratchPostgres;
let cable: DatabaseCable;
let portal: PortalProcess;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), "zhibu-away-"));
  postgres = await startScratchPostgres();
  cable = await databaseCable(await postgres.createDatabase("away"));
  portal = await startPortal({ databaseUrl: cable.url, dataDir: folder });
});

test.afterAll(async () => {
  await portal.end();
  await cable.remove();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

test("the database goes away for ten seconds: readers notice nothing, the writer loses nothing", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const pages = ["/", "/c/news", "/c/activities", "/feed.xml", "/sitemap.xml"];
  const read = (page: string) => readFrom(portal.port, `${branch}.localhost`, page);
  for (const page of pages) expect((await read(page)).status).toBe(200);

  const desk = await branchDesk(portal.port, branch);
  const page = await personAt(browser, `webmaster.${branch}`, undefined, portal.port);
  await page.goto(urlOf("console", `/${branch}/articles`, portal.port));
  await page.getByRole("button", { name: "写文章" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "开始写" }).click();
  await page.getByRole("textbox", { name: "标题", exact: true }).fill("数据库离开之前");
  await expect(page.getByText(/^已保存/u).first()).toBeVisible();
  const articleId = /articles\/([0-9a-f-]+)/u.exec(page.url())?.[1] ?? "";

  await cable.cut();
  const back = Date.now() + awayMs;
  await page.getByRole("textbox", { name: "正文" }).click();
  await page.keyboard.type("数据库不在时写下的话。");
  await expect(page.getByText(/尚未保存/u).first()).toBeVisible();
  while (Date.now() < back) for (const each of pages) expect((await read(each)).status).toBe(200);
  expect((await read("/api/health")).status).toBe(503);

  await cable.plug();
  await readUntil(
    () => read("/api/health"),
    (answer) => answer.status === 200,
    5_000,
  );
  await expect(page.getByText(/^已保存/u).first()).toBeVisible({ timeout: 30_000 });
  const stored = await desk.webmaster.query("articles.forEditing", { branch, articleId });
  expect(JSON.stringify(stored)).toContain("数据库不在时写下的话。");
});
