import { expect } from "@playwright/test";
import { consolePath, openConsole } from "../../fixtures/console-page.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

type Detail = { list: { title: string } };

test("a list that is left by the menu saves itself; where the server refuses, the person is asked", async ({
  page,
}) => {
  const branch = await openBranch();
  const own = { branch: branch.slug };
  const { client } = await staffMember(branch, "organiser");
  const types = await client.query<{ id: string; key: string }[]>("publicity.types", own);
  const templateId = types.find(({ key }) => key === "admission")?.id;
  const { publicityId } = await client.mutate<{ publicityId: string }>("publicity.create", { ...own, templateId });
  const list = `/${branch.slug}/publicity/${publicityId}`;
  const title = page.getByRole("textbox", { name: "标题" });
  const menu = page.getByRole("navigation", { name: "主菜单" });
  await beSignedIn(page.context(), client);
  await openConsole(page, list);

  await title.fill("写到一半的公示");
  await menu.getByRole("link", { name: "媒体" }).click();
  await expect.poll(() => consolePath(page)).toBe(`/${branch.slug}/media`);
  expect((await client.query<Detail>("publicity.get", { ...own, publicityId })).list.title).toBe("写到一半的公示");

  await openConsole(page, list);
  await expect(title).toHaveValue("写到一半的公示");
  await page.route("**/api/trpc/publicity.save*", (route) => route.abort());
  await title.fill("没有送到的改动");
  const question = page.getByRole("dialog", { name: "要离开本页吗？" });
  await menu.getByRole("link", { name: "媒体" }).click();
  await expect(question).toContainText("本页有修改还没有保存");
  await expectWellMade(page);
  await question.getByRole("button", { name: "留在本页" }).click();
  await expect(title).toHaveValue("没有送到的改动");
  expect(consolePath(page)).toBe(list);

  await menu.getByRole("link", { name: "媒体" }).click();
  await question.getByRole("button", { name: "离开" }).click();
  await expect.poll(() => consolePath(page)).toBe(`/${branch.slug}/media`);
});

test("settings that are left with changes ask first; without changes nobody is asked", async ({ page }) => {
  const branch = await openBranch();
  const { client } = await staffMember(branch, "webmaster");
  const menu = page.getByRole("navigation", { name: "主菜单" });
  await beSignedIn(page.context(), client);
  await openConsole(page, `/${branch.slug}/settings`);
  await page.getByRole("textbox", { name: "电话" }).fill("0373-3830000");
  await menu.getByRole("link", { name: "栏目" }).click();
  const question = page.getByRole("dialog", { name: "要离开本页吗？" });
  await question.getByRole("button", { name: "离开" }).click();
  await expect.poll(() => consolePath(page)).toBe(`/${branch.slug}/columns`);
  await menu.getByRole("link", { name: "设置" }).click();
  await expect.poll(() => consolePath(page)).toBe(`/${branch.slug}/settings`);
  await expect(page.getByRole("textbox", { name: "电话" })).not.toHaveValue("0373-3830000");
  await menu.getByRole("link", { name: "媒体" }).click();
  await expect.poll(() => consolePath(page)).toBe(`/${branch.slug}/media`);
});
