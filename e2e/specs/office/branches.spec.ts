import { randomBytes } from "node:crypto";
import { expect, type Browser, type Page } from "@playwright/test";
import { acceptInvitation } from "../../fixtures/accept-invitation.ts";
import { deskOf } from "../../fixtures/branch-desk.ts";
import { desktop, pasteText, phone } from "../../fixtures/console-browser.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { ask, readUntil } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { declareAll } from "../../fixtures/self-check.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const password = "海上生明月，天涯共此时";
const title = "口腔医学院党总支网站开通";

/** Like those of other specs' branches, which the crawl leaves out. */
const freshSlug = () => `t${randomBytes(11).toString("hex")}`;

const read = (slug: string, path: string) => () =>
  ask(sharedPort(), slug === "" ? "localhost" : `${slug}.localhost`, path);

test.beforeAll(openBranch);

async function pageOf(browser: Browser, viewport = desktop): Promise<Page> {
  const context = await browser.newContext({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  return context.newPage();
}

async function officeAt(browser: Browser, path: string): Promise<Page> {
  const page = await pageOf(browser);
  await beSignedIn(page.context(), (await officePerson("办公室冯老师")).client);
  await openConsole(page, path);
  return page;
}

test("the office opens a branch; its people accept, write and publish, readers see it; suspended, it says why", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const slug = freshSlug();
  const name = `口腔医学院党总支${slug.slice(-4)}`;
  const office = await officeAt(browser, "/office/branches");
  let links: string[] = [];

  await test.step("in one step: columns, people, links; readable at once", async () => {
    await office.getByRole("link", { name: "开设支部" }).click();
    await expect(office.getByRole("heading", { name: "开设支部" })).toBeVisible();
    await expectWellMade(office);
    await office.getByRole("button", { name: "开设支部" }).click();
    await expect(office.getByText("请填写 2 到 40 个字的全称。")).toBeVisible();
    await office.getByRole("textbox", { name: "全称" }).fill(name);
    await office.getByRole("textbox", { name: "简称" }).fill("口腔医学院");
    await expect(office.getByRole("textbox", { name: "地址名" })).toHaveValue(/^kouqiangyixueyuan\d*$/u);
    await office.getByRole("textbox", { name: "地址名" }).fill(slug);
    await office.getByRole("textbox", { name: "姓名" }).nth(0).fill("苗清越");
    await office.getByRole("textbox", { name: "姓名" }).nth(1).fill("牧远山");
    await office.getByRole("button", { name: "开设支部" }).click();
    await expect(office.getByRole("heading", { name: `${name}已开设` })).toBeVisible();
    await readUntil(read(slug, "/"), ({ status, body }) => status === 200 && body.includes(name), 2_000);
    expect((await read(slug, "/c/activities")()).status).toBe(200);
    await expectWellMade(office);
    links = await office.locator("code").allInnerTexts();
    expect(links).toHaveLength(2);
  });

  const webmaster = await pageOf(browser);
  await test.step("the webmaster accepts the invitation, writes and submits", async () => {
    await acceptInvitation(webmaster, links[0] ?? "", password);
    await openConsole(webmaster, `/${slug}/articles`);
    await webmaster.getByRole("button", { name: "写文章" }).first().click();
    const dialog = webmaster.getByRole("dialog");
    await dialog.getByRole("combobox").selectOption({ label: "\u3000党内活动" });
    await dialog.getByRole("button", { name: "开始写" }).click();
    await webmaster.getByRole("textbox", { name: "标题", exact: true }).fill(title);
    await webmaster.getByRole("textbox", { name: "正文" }).click();
    await pasteText(webmaster, "今天，我们的网站和大家见面了。");
    await expect(webmaster.getByText(/^已保存/u).first()).toBeVisible();
    await webmaster.getByRole("button", { name: "自检并提交审核" }).first().click();
    const check = webmaster.getByRole("dialog", { name: "自检并提交审核" });
    await declareAll(check);
    await check.getByRole("button", { name: "提交审核" }).click();
    await expect(webmaster.getByText("已提交，等党总支书记审核。").first()).toBeVisible();
  });

  await test.step("the secretary accepts on a phone, and approves: the reader sees it", async () => {
    const secretary = await pageOf(browser, phone);
    await acceptInvitation(secretary, links[1] ?? "", password);
    await secretary.getByRole("link", { name: new RegExp(title, "u") }).click();
    await expect(secretary.getByRole("heading", { level: 1 })).toContainText(title);
    await secretary.getByRole("button", { name: "通过并发布" }).last().click();
    await expect(secretary.getByText("已发布，读者现在就能看到。").first()).toBeVisible();
    await readUntil(read(slug, "/a/1"), ({ status, body }) => status === 200 && body.includes("和大家见面了"), 2_000);
    expect((await read("", "/branches")()).body).toContain(name);
  });

  await test.step("suspended: every address says since when and why, and the portal names it no more", async () => {
    await openConsole(office, `/office/branches/${slug}`);
    await expectWellMade(office);
    await office.getByRole("button", { name: "暂停网站" }).click();
    const dialog = office.getByRole("dialog", { name: `暂停${name}网站` });
    await dialog.getByRole("button", { name: "暂停网站" }).click();
    await expect(dialog.getByText("请写明原因，4 到 300 个字。")).toBeVisible();
    await dialog.getByRole("textbox", { name: "告诉读者的原因" }).fill("网站内容整改，预计下周恢复。");
    await expect(dialog.getByRole("region", { name: "读者看到的公告" })).toContainText("预计下周恢复");
    await expectWellMade(office, ".ant-modal");
    await dialog.getByRole("button", { name: "暂停网站" }).click();
    await expect(office.getByText("网站已暂停").first()).toBeVisible();
    for (const path of ["/", "/a/1", "/c/activities", "/feed.xml", "/media/none"]) {
      await readUntil(
        read(slug, path),
        ({ status, body }) => status === 503 && body.includes("预计下周恢复") && !body.includes("和大家见面了"),
        2_500,
      );
    }
    await readUntil(read("", "/branches"), ({ body }) => !body.includes(name), 2_500);
  });

  await test.step("reopened, everything is as it was", async () => {
    await office.getByRole("button", { name: "恢复开放" }).click();
    await office.getByRole("dialog").getByRole("button", { name: "恢复开放" }).click();
    await readUntil(read(slug, "/a/1"), ({ status, body }) => status === 200 && body.includes("和大家见面了"), 2_500);
  });
});

test("a branch is merged into another: articles move, old addresses lead to the new ones", async ({ browser }) => {
  test.setTimeout(180_000);
  const [source, target] = [await openBranch(), await openBranch()];
  for (const { branch, texts } of [
    { branch: source, texts: ["并入前的第一篇", "并入前的第二篇"] },
    { branch: target, texts: ["对方原有的一篇"] },
  ]) {
    const [webmaster, secretary] = [await staffMember(branch, "webmaster"), await staffMember(branch, "secretary")];
    const desk = deskOf(branch.slug, webmaster.client, secretary.client);
    for (const text of texts) await desk.approveAndPublish(await desk.submit(text, `${text}的正文。`));
  }

  const office = await officeAt(browser, `/office/branches/${source.slug}`);
  await office.getByRole("button", { name: "并入其他支部" }).click();
  const dialog = office.getByRole("dialog", { name: `把${source.name}并入其他支部` });
  await dialog.getByRole("searchbox", { name: "按名称查找" }).fill(target.slug);
  await dialog.getByRole("radio", { name: new RegExp(target.slug, "u") }).check();
  await expectWellMade(office, ".ant-modal");
  await dialog.getByRole("textbox", { name: "合并依据" }).fill("学院党委会议决定，两个支部合并。");
  await dialog.getByRole("button", { name: "开始合并" }).click();
  await expect(office.getByText(new RegExp(`并入 ${target.name}，2 篇文章`, "u"))).toBeVisible({ timeout: 30_000 });
  await expectWellMade(office);

  const home = urlOf(target.slug, "");
  const leadsTo = (path: string, location: string) =>
    readUntil(
      read(source.slug, path),
      ({ status, headers }) => status === 301 && headers["location"] === home + location,
      3_000,
    );
  await leadsTo("/a/1", "/a/2");
  await leadsTo("/a/2", "/a/3");
  await leadsTo("/", "/");
  await leadsTo("/c/activities", "/");
  await leadsTo("/a/99", "/");
  await leadsTo("/feed.xml", "/feed.xml");
  const moved = await read(target.slug, "/a/2")();
  expect(moved.status).toBe(200);
  expect(moved.body).toContain("并入前的第一篇的正文。");
  const feed = await read(target.slug, "/feed.xml")();
  for (const text of ["并入前的第一篇", "并入前的第二篇", "对方原有的一篇"]) expect(feed.body).toContain(text);
});

test("the overview is ordered, narrowed and kept as a view, all of it in the address", async ({ browser }) => {
  const office = await officeAt(browser, "/office/branches");
  const search = office.getByRole("searchbox", { name: "按名称或地址名查找" });
  const row = (name: RegExp) => office.getByRole("row", { name });
  // Other specs open branches of their own: only what is looked for by name is sure to be on the first page.
  await search.fill("学院党总支");
  await expect(row(/护理学院党总支/u)).toBeVisible();
  await expect(row(/机关直属党支部/u)).toHaveCount(0);
  await expectWellMade(office);
  await office.getByRole("button", { name: "待审" }).click();
  await expect(office.getByRole("columnheader", { name: "待审" })).toHaveAttribute("aria-sort", "descending");
  await office.getByRole("combobox", { name: "类别" }).selectOption({ label: "直属党支部" });
  await search.fill("直属党支部");
  await expect(row(/机关直属党支部/u)).toBeVisible();
  await expect(office).toHaveURL(/kind=direct/u);
  await expect(office).toHaveURL(/sort=waiting/u);

  await office.getByRole("button", { name: "保存当前视图" }).click();
  const dialog = office.getByRole("dialog", { name: "保存当前视图" });
  await dialog.getByRole("textbox", { name: "名称" }).fill("直属支部待审");
  await dialog.getByRole("button", { name: "保存当前视图" }).click();
  await office.getByRole("link", { name: "全部支部" }).click();
  await expect(search).toHaveValue("");
  await office.getByRole("link", { name: "直属支部待审" }).click();
  await expect(search).toHaveValue("直属党支部");
  await expect(row(/机关直属党支部/u)).toBeVisible();
  await expect(row(/护理学院党总支/u)).toHaveCount(0);
  await office.getByRole("button", { name: "删除视图“直属支部待审”" }).click();
  await expect(office.getByRole("link", { name: "直属支部待审" })).toHaveCount(0);
});
