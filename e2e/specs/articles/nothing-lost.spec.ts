import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Browser, type Page } from "@playwright/test";
import { branchDesk } from "../../fixtures/branch-desk.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { demoPassword } from "../../fixtures/portal-process.ts";
import { test } from "../../fixtures/test.ts";

const branch = "jianyan";

const title = (page: Page) => page.getByRole("textbox", { name: "标题", exact: true });
const body = (page: Page) => page.getByRole("textbox", { name: "正文" });
const saved = (page: Page) => expect(page.getByText(/^已保存/u).first()).toBeVisible();

/** A new draft open in the webmaster's editor. */
async function writing(browser: Browser): Promise<{ page: Page; articleId: string }> {
  const page = await personAt(browser, `webmaster.${branch}`);
  await page.goto(urlOf("console", `/${branch}/articles`));
  await page.getByRole("button", { name: "写文章" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "开始写" }).click();
  await title(page).fill("写到一半的报道");
  await saved(page);
  return { page, articleId: /articles\/([0-9a-f-]+)/u.exec(page.url())?.[1] ?? "" };
}

type Stored = { revision: { title: string; body: unknown } };

async function storedText(articleId: string): Promise<string> {
  const { webmaster } = await branchDesk(sharedPort(), branch);
  return JSON.stringify((await webmaster.query<Stored>("articles.forEditing", { branch, articleId })).revision);
}

test("a session that ends while typing: sign in over the page, and the text is saved", async ({ browser }) => {
  const { page, articleId } = await writing(browser);
  const elsewhere = await branchDesk(sharedPort(), branch);
  await elsewhere.webmaster.mutate("account.signOutEverywhere");
  await body(page).click();
  await page.keyboard.type("会话过期时写下的这句话不能丢。");
  const dialog = page.getByRole("dialog", { name: "登录已过期" });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel("密码", { exact: true }).fill(demoPassword);
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => storedText(articleId)).toContain("会话过期时写下的这句话不能丢。");
  await expect(body(page)).toContainText("会话过期时写下的这句话不能丢。");
});

test("a file that is too large, or not what it claims, is refused in words and the text stays", async ({ browser }) => {
  const { page, articleId } = await writing(browser);
  await body(page).click();
  await page.keyboard.type("附件传不上，文字还在。");
  await page.getByRole("button", { name: "添加附件" }).click();
  const picker = page.getByRole("dialog");
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-files-"));
  const files = { large: path.join(folder, "过大的材料.pdf"), false: path.join(folder, "假的材料.pdf") };
  await writeFile(files.large, Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(51 * 1024 * 1024)]));
  await writeFile(files.false, "<!doctype html><script>alert(1)</script>");
  const chooser = picker.locator('input[type="file"]');
  await chooser.setInputFiles(files.large);
  await expect(picker.getByText(/文件太大，最大 50 MB/u)).toBeVisible();
  await chooser.setInputFiles(files.false);
  await expect(picker.getByText(/不能上传网页|内容却是/u)).toBeVisible();
  await rm(folder, { recursive: true });
  await page.keyboard.press("Escape");
  await expect(body(page)).toContainText("附件传不上，文字还在。");
  await expect.poll(() => storedText(articleId)).toContain("附件传不上，文字还在。");
});

test("two people save the same article: the second decides, and both texts are kept", async ({ browser }) => {
  test.setTimeout(150_000);
  const { page: first, articleId } = await writing(browser);
  const second = await personAt(browser, `secretary.${branch}`);
  await second.goto(urlOf("console", `/${branch}/articles/${articleId}`));
  await expect(second.getByText(/也打开了这篇文章/u)).toBeVisible({ timeout: 45_000 });
  // From here on the second learns of the first only by saving: the race two people run, made certain.
  await second.route(/touchPresence/u, (route) => route.abort());
  await title(first).fill("网站管理员的标题");
  await saved(first);
  await expect.poll(() => storedText(articleId)).toContain("网站管理员的标题");
  await title(second).fill("书记的标题");
  const conflict = second.getByRole("dialog", { name: "这篇文章刚刚被保存过" });
  await expect(conflict).toBeVisible();
  await conflict.getByRole("button", { name: "以我的为准" }).click();
  await expect.poll(() => storedText(articleId)).toContain("书记的标题");
  await second.getByRole("button", { name: "历史版本" }).click();
  for (const kept of ["网站管理员的标题", "书记的标题"]) await expect(second.getByText(kept).first()).toBeVisible();
});
