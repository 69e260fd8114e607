import { expect } from "@playwright/test";
import { deskOf, selfCheck } from "../../fixtures/branch-desk.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll, screens } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const reason = "文中有不宜公开的个人信息";

test("the office takes an item down by its address; readers get the stub, the branch hears why", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const branch = await openBranch();
  const [webmaster, secretary, office] = [
    await staffMember(branch, "webmaster"),
    await staffMember(branch, "secretary"),
    await officePerson("办公室冯老师"),
  ];
  const desk = deskOf(branch.slug, webmaster.client, secretary.client);
  const submitted = await desk.submit("后来被下线的通报", "这句话不应再出现。");
  const published = await desk.approveAndPublish(submitted);
  const host = `${branch.slug}.localhost`;
  const read = (path: string) => () => readFrom(sharedPort(), host, path);
  const pages = ["/", "/c/activities", "/feed.xml"];
  for (const path of pages) await readUntil(read(path), ({ body }) => body.includes("后来被下线的通报"), 2_000);

  const officePage = await (await browser.newContext()).newPage();
  await beSignedIn(officePage.context(), office.client);
  await openConsole(officePage, "/office/take-downs");
  await officePage.getByRole("textbox", { name: "文章网址" }).fill(urlOf(branch.slug, `/a/${submitted.no}`));
  await officePage.getByRole("button", { name: "查找" }).click();
  await expect(officePage.getByRole("heading", { name: /后来被下线的通报/u })).toBeVisible();
  for (const { width, height } of screens) {
    await officePage.setViewportSize({ width, height });
    await expectNoSidewaysScroll(officePage);
    expect(await axeFindings(officePage)).toEqual([]);
  }
  await officePage.getByRole("button", { name: "下线", exact: true }).click();
  const dialog = officePage.getByRole("dialog", { name: "下线《后来被下线的通报》" });
  await dialog.getByRole("textbox", { name: "下线的原因（支部会看到）" }).fill(reason);
  await dialog.getByRole("button", { name: "下线" }).click();

  await readUntil(read(`/a/${submitted.no}`), ({ status, body }) => status === 410 && !body.includes("这句话"), 2_000);
  for (const path of pages) await readUntil(read(path), ({ body }) => !body.includes("后来被下线的通报"), 2_000);
  await expect(officePage.getByRole("listitem").filter({ hasText: "后来被下线的通报" })).toContainText(reason);

  const branchPage = await (await browser.newContext()).newPage();
  await beSignedIn(branchPage.context(), webmaster.client);
  await openConsole(branchPage, "/inbox");
  await branchPage.getByRole("button", { name: /^通知，/u }).click();
  await branchPage.getByRole("link", { name: new RegExp(`党务办公室（办公室冯老师）下线了.*${reason}`, "u") }).click();
  await branchPage.waitForURL(urlOf("console", `/${branch.slug}/articles/${published.articleId}`));
  await expect(branchPage.getByText("党务办公室（办公室冯老师）下线了这篇文章：")).toBeVisible();
  await branchPage.getByRole("tab", { name: "流转记录" }).click();
  await expect(branchPage.getByText("办公室冯老师 以党务办公室名义下线了")).toBeVisible();
  await expect(branchPage.getByRole("button", { name: "发布" })).toHaveCount(0);
});

test("what was approved before a take-down comes out only after another review, and the office hears of it", async () => {
  test.setTimeout(120_000);
  const branch = await openBranch();
  const [webmaster, secretary, office] = [
    await staffMember(branch, "webmaster"),
    await staffMember(branch, "secretary"),
    await officePerson(),
  ];
  const desk = deskOf(branch.slug, webmaster.client, secretary.client);
  const { slug } = branch;
  const published = await desk.approveAndPublish(await desk.submit("修改后重新发布的报道", "原文。"));
  const { revision } = await webmaster.client.query<{ revision: Record<string, unknown> }>("articles.forEditing", {
    branch: slug,
    articleId: published.articleId,
  });
  const { columnId, title, subtitle, summary, source, author, eventAt, coverId, body } = revision;
  const content = { columnId, title, subtitle, summary, source, author, eventAt, coverId, body, attachmentIds: [] };
  type InHand = { articleId: string; version: number };
  const submit = (at: InHand) =>
    webmaster.client.mutate<InHand>("articles.submit", {
      branch: slug,
      ...idOf(at),
      selfCheck,
      note: "",
      waiversAsked: [],
    });
  const approve = (at: InHand, publish: boolean) =>
    secretary.client.mutate<InHand>("articles.approve", {
      branch: slug,
      ...idOf(at),
      opinion: "",
      waivers: [],
      publish,
    });
  const saved = await webmaster.client.mutate<InHand>("articles.save", { branch: slug, ...idOf(published), content });
  const approved = await approve(await submit(saved), false);
  const down = await office.client.mutate<InHand>("articles.withdraw", { branch: slug, ...idOf(approved), reason });
  const publish = webmaster.client.mutate("articles.publish", { branch: slug, ...idOf(down) });
  await expect(publish).rejects.toMatchObject({ refusal: { reason: "article.wrongState" } });
  await approve(await submit(down), true);
  const { items } = await office.client.query<{ items: { kind: string }[] }>("notifications.list", {});
  expect(items.map(({ kind }) => kind)).toContain("article.broughtBack");
});

function idOf({ articleId, version }: { articleId: string; version: number }) {
  return { articleId, version };
}
