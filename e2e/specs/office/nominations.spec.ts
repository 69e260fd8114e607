import { expect } from "@playwright/test";
import { deskOf } from "../../fixtures/branch-desk.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { officePerson } from "../../fixtures/office-person.ts";
import { readFrom, readUntil } from "../../fixtures/read-from.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const portal = (path: string) => () => readFrom(sharedPort(), "localhost", path);

test("a branch proposes, the office features, readers of the portal see it until it ends", async ({ browser }) => {
  test.setTimeout(240_000);
  const branch = await openBranch();
  const [webmaster, secretary, office] = [
    await staffMember(branch, "webmaster"),
    await staffMember(branch, "secretary"),
    await officePerson(),
  ];
  const desk = deskOf(branch.slug, webmaster.client, secretary.client);
  const title = `值得借鉴的做法${branch.slug.slice(-6)}`;
  const article = await desk.approveAndPublish(await desk.submit(title, "三个可以照搬的做法。"));

  const branchPage = await (await browser.newContext()).newPage();
  await beSignedIn(branchPage.context(), webmaster.client);
  await openConsole(branchPage, `/${branch.slug}/review/${article.articleId}`);
  await branchPage.getByRole("button", { name: "推荐为经验交流" }).click();
  const dialog = branchPage.getByRole("dialog", { name: "推荐为经验交流" });
  await dialog.getByRole("textbox", { name: "推荐理由" }).fill("做法可以照搬，学生反映很好。");
  await dialog.getByRole("button", { name: "推荐为经验交流" }).click();
  await expect(branchPage.getByText(/推荐为经验交流，等党务办公室决定/u)).toBeVisible();
  await expectWellMade(branchPage);

  const officePage = await (await browser.newContext()).newPage();
  await beSignedIn(officePage.context(), office.client);
  await openConsole(officePage, "/inbox");
  await officePage.getByRole("button", { name: /^通知，/u }).click();
  await officePage.getByRole("link", { name: new RegExp(`推荐了《${title}》`, "u") }).click();
  const item = officePage.getByRole("listitem").filter({ hasText: title });
  await expect(item).toContainText("做法可以照搬，学生反映很好。");
  await expectWellMade(officePage);
  await item.getByRole("button", { name: "选用", exact: true }).click();
  for (const path of ["/", "/experience"])
    await readUntil(portal(path), ({ status, body }) => status === 200 && body.includes(title), 2_000);
  await branchPage.reload();
  await expect(branchPage.getByText(/起在学院门户“经验交流”展示/u)).toBeVisible();

  await officePage.getByRole("button", { name: "正在展示" }).click();
  await item.getByRole("button", { name: "结束展示" }).click();
  const end = officePage.getByRole("dialog");
  await end.getByRole("textbox").fill("展示期满");
  await end.getByRole("button", { name: "结束展示" }).click();
  await readUntil(portal("/experience"), ({ body }) => !body.includes(title), 2_000);
  expect((await readFrom(sharedPort(), `${branch.slug}.localhost`, "/")).body).toContain(title);
});

test("what is taken from readers leaves the portal's featured items within two seconds", async () => {
  const branch = await openBranch();
  const [webmaster, secretary, office] = [
    await staffMember(branch, "webmaster"),
    await staffMember(branch, "secretary"),
    await officePerson(),
  ];
  const desk = deskOf(branch.slug, webmaster.client, secretary.client);
  const title = `随后下线的做法${branch.slug.slice(-6)}`;
  const article = await desk.approveAndPublish(await desk.submit(title, "正文。"));
  const { nominationId } = await webmaster.client.mutate<{ nominationId: string }>("nominations.propose", {
    branch: branch.slug,
    articleId: article.articleId,
    note: "值得借鉴",
  });
  await office.client.mutate("office.nominations.feature", { nominationId, version: 0 });
  await readUntil(portal("/experience"), ({ body }) => body.includes(title), 2_000);
  await desk.withdraw(article);
  for (const path of ["/experience", "/"]) await readUntil(portal(path), ({ body }) => !body.includes(title), 2_000);
});
