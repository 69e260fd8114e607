import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { pasteText, personAt, phone } from "../../fixtures/console-browser.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { readFrom, readUntil, type Answer } from "../../fixtures/read-from.ts";
import { declareAll } from "../../fixtures/self-check.ts";
import { test } from "../../fixtures/test.ts";

const branch = "gongwei";
const host = `${branch}.localhost`;
const title = "关于加强基层党建网站建设的实施意见（转载）";

const read = (path: string): Promise<Answer> => readFrom(sharedPort(), host, path);
const foundingText = () =>
  readFile(new URL("../../../prisma/seed/baseline/implementation-opinions-2013.txt", import.meta.url), "utf8");

async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^已保存/u).first()).toBeVisible();
}

/** The self-check with its five declarations, then the submission. */
async function selfCheckAndSubmit(page: Page): Promise<void> {
  await saved(page);
  await page.getByRole("button", { name: "自检并提交审核" }).first().click();
  const dialog = page.getByRole("dialog", { name: "自检并提交审核" });
  await declareAll(dialog);
  await dialog.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByText("已提交，等党总支书记审核。").first()).toBeVisible();
}

/** From the secretary's inbox to the review page of the article. */
async function openReview(page: Page): Promise<void> {
  await page.goto(urlOf("console", "/inbox"));
  await page.getByRole("link", { name: new RegExp(title.slice(0, 12), "u") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title.slice(0, 12));
}

test("the founding document from paste to readers, edited while live, and taken down", async ({ browser }) => {
  test.setTimeout(240_000);
  const webmaster = await personAt(browser, `webmaster.${branch}`);
  const secretary = await personAt(browser, `secretary.${branch}`, phone);

  await test.step("the webmaster pastes the document into a new article", async () => {
    await webmaster.goto(urlOf("console", `/${branch}/articles`));
    await webmaster.getByRole("button", { name: "写文章" }).click();
    const dialog = webmaster.getByRole("dialog");
    await dialog.getByRole("combobox").selectOption({ label: "\u3000文件汇编" });
    await dialog.getByRole("button", { name: "开始写" }).click();
    await webmaster.getByRole("textbox", { name: "标题", exact: true }).fill(title);
    await webmaster.getByRole("textbox", { name: "正文" }).click();
    await pasteText(webmaster, await foundingText());
    await expect(webmaster.getByRole("textbox", { name: "正文" }).getByRole("table")).toContainText("栏目规划");
    await saved(webmaster);
  });

  await test.step("checks it and submits it", () => selfCheckAndSubmit(webmaster));
  const no = await articleNo(webmaster);

  await test.step("the secretary returns it on the phone, with a reason", async () => {
    await openReview(secretary);
    await secretary.getByRole("button", { name: "退回修改" }).last().click();
    const dialog = secretary.getByRole("dialog", { name: "退回修改" });
    await dialog.getByRole("button", { name: "退回修改" }).click();
    await expect(dialog.getByRole("alert")).toContainText("请写明原因");
    await dialog.getByLabel("退回的原因").fill("请补充转载来源。");
    await dialog.getByRole("button", { name: "退回修改" }).click();
    await expect(secretary.getByText("已退回，作者会在待办里看到您的意见。").first()).toBeVisible();
    expect((await read(`/a/${no}`)).status).toBe(404);
  });

  await test.step("the webmaster finds it in the inbox, corrects it and submits again", async () => {
    await webmaster.goto(urlOf("console", "/inbox"));
    await webmaster.getByRole("link", { name: new RegExp(title.slice(0, 12), "u") }).click();
    await expect(webmaster.getByText("请补充转载来源。").first()).toBeVisible();
    await webmaster.getByLabel("来源").fill("学院党务办公室");
    await webmaster.getByLabel("作者").click();
    await expect(
      webmaster
        .getByText("正在保存…")
        .or(webmaster.getByText(/^已保存/u))
        .first(),
    ).toBeVisible();
    await selfCheckAndSubmit(webmaster);
  });

  await test.step("the secretary approves; readers see nothing until it is published", async () => {
    await openReview(secretary);
    await secretary.getByRole("button", { name: "通过", exact: true }).last().click();
    await expect(secretary.getByText("已通过，还没有发布。").first()).toBeVisible();
    expect((await read(`/a/${no}`)).status).toBe(404);
  });

  await test.step("the webmaster publishes; a reader sees it within a second, with the rubric as a table", async () => {
    await webmaster.goto(urlOf("console", "/inbox"));
    await webmaster.getByRole("link", { name: new RegExp(title.slice(0, 12), "u") }).click();
    await webmaster.getByRole("button", { name: "发布", exact: true }).first().click();
    await webmaster.getByRole("dialog").getByRole("button", { name: "发布" }).click();
    await expect(webmaster.getByText("已发布，读者现在就能看到。").first()).toBeVisible();
    await readUntil(
      () => read(`/a/${no}`),
      (answer) => answer.status === 200,
      1_000,
    );
    const page = await read(`/a/${no}`);
    const rubric = /<table[\s\S]*?<\/table>/u.exec(page.body)?.[0] ?? "";
    for (const words of ["栏目规划", "新闻保证48小时内更新", "网站内容（70分）", "安全规范"])
      expect(rubric).toContain(words);
    expect(rubric).toMatch(/rowspan="6"/u);
    expect(page.body).toContain("学院党务办公室");
    for (const list of ["/c/documents", "/feed.xml", "/"]) expect((await read(list)).body).toContain(title);
  });

  await test.step("it is edited while live: the old text stays until the new one is approved", async () => {
    await webmaster.reload();
    await webmaster.getByRole("button", { name: "开始修改" }).click();
    await webmaster.getByRole("textbox", { name: "标题", exact: true }).fill(`${title}·修订`);
    await selfCheckAndSubmit(webmaster);
    expect((await read(`/a/${no}`)).body).not.toContain(`${title}·修订`);
    await openReview(secretary);
    await expect(secretary.getByText("与线上版本的差别").first()).toBeVisible();
    await secretary.getByRole("button", { name: "通过并发布" }).last().click();
    await expect(secretary.getByText("已发布，读者现在就能看到。").first()).toBeVisible();
    await readUntil(
      () => read(`/a/${no}`),
      (answer) => answer.body.includes(`${title}·修订`),
      1_000,
    );
  });

  await test.step("it is taken down: a stub remains, lists and feed no longer have it", async () => {
    await secretary.getByRole("button", { name: "下线" }).last().click();
    const dialog = secretary.getByRole("dialog", { name: "下线这篇文章" });
    await dialog.getByLabel("下线的原因").fill("已有新版文件。");
    await dialog.getByRole("button", { name: "下线" }).click();
    await expect(secretary.getByText("已下线，读者不再看到内容。").first()).toBeVisible();
    await readUntil(
      () => read(`/a/${no}`),
      (answer) => answer.status === 410,
      2_000,
    );
    for (const page of [`/a/${no}`, "/c/documents", "/feed.xml", "/sitemap.xml", "/"]) {
      expect((await read(page)).body).not.toContain(title);
    }
  });
});

/** The article's number in the branch, from the list the console itself shows. */
async function articleNo(page: Page): Promise<number> {
  const id = /articles\/([0-9a-f-]+)/u.exec(page.url())?.[1] ?? "";
  const input = encodeURIComponent(JSON.stringify({ json: { branch, articleId: id } }));
  return page.evaluate(async (path) => {
    const response = await fetch(path);
    const body = (await response.json()) as { result: { data: { json: { article: { no: number } } } } }; // tRPC's envelope around what the procedure gave.
    return body.result.data.json.article.no;
  }, `/api/trpc/articles.forEditing?input=${input}`);
}
