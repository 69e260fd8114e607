import { expect, type Page, type Route } from "@playwright/test";
import { consolePath, openConsole } from "../../fixtures/console-page.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

const saving = "**/api/trpc/publicity.save*";

const menuLink = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name });
const question = (page: Page) => page.getByRole("dialog", { name: "要离开本页吗？" });

/** A list in preparation, open before whoever prepares it. */
async function openList(page: Page) {
  const branch = await openBranch();
  const own = { branch: branch.slug };
  const { client } = await staffMember(branch, "organiser");
  const types = await client.query<{ id: string; key: string }[]>("publicity.types", own);
  const templateId = types.find(({ key }) => key === "admission")?.id;
  const { publicityId } = await client.mutate<{ publicityId: string }>("publicity.create", { ...own, templateId });
  const path = `/${branch.slug}/publicity/${publicityId}`;
  await beSignedIn(page.context(), client);
  await openConsole(page, path);
  const ref = { ...own, publicityId };
  return {
    path,
    media: `/${branch.slug}/media`,
    title: page.getByRole("textbox", { name: "标题" }),
    stored: async () => (await client.query<{ list: { title: string } }>("publicity.get", ref)).list.title,
  };
}

test("a list that is left by the menu saves itself; where the server refuses, the person is asked", async ({
  page,
}) => {
  const { path, media, title, stored } = await openList(page);
  await title.fill("写到一半的公示");
  await menuLink(page, "媒体").click();
  await expect.poll(() => consolePath(page)).toBe(media);
  expect(await stored()).toBe("写到一半的公示");

  await openConsole(page, path);
  await expect(title).toHaveValue("写到一半的公示");
  await page.route(saving, (route) => route.abort());
  await title.fill("没有送到的改动");
  await menuLink(page, "媒体").click();
  await expect(question(page)).toContainText("本页有修改还没有保存");
  await expectWellMade(page);
  await expect(question(page).getByRole("button", { name: "留在本页" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question(page)).toBeHidden();
  await expect(title).toHaveValue("没有送到的改动");
  expect(consolePath(page)).toBe(path);

  await menuLink(page, "媒体").click();
  await question(page).getByRole("button", { name: "离开" }).click();
  await expect.poll(() => consolePath(page)).toBe(media);
});

test("a list that is left while it is being saved: what was typed since is saved too, and nobody is asked", async ({
  page,
}) => {
  const { media, title, stored } = await openList(page);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const hold = async (route: Route) => {
    await released;
    await route.continue();
  };
  await page.route(saving, hold, { times: 1 });
  const underway = page.waitForRequest(saving);
  await title.fill("第一稿");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await underway;
  await title.fill("第二稿");
  // Twice, as impatient people do.
  await menuLink(page, "媒体").click();
  await menuLink(page, "媒体").click();
  release();
  await expect.poll(() => consolePath(page)).toBe(media);
  expect(await stored()).toBe("第二稿");
});

test("settings that are left with changes ask first; without changes nobody is asked", async ({ page }) => {
  const branch = await openBranch();
  const { slug } = branch;
  await beSignedIn(page.context(), (await staffMember(branch, "webmaster")).client);
  await openConsole(page, `/${slug}/settings`);
  const phone = page.getByRole("textbox", { name: "电话" });
  await phone.fill("0373-3830000");
  await menuLink(page, "栏目").click();
  await question(page).getByRole("button", { name: "离开" }).click();
  await expect.poll(() => consolePath(page)).toBe(`/${slug}/columns`);
  await menuLink(page, "设置").click();
  await expect.poll(() => consolePath(page)).toBe(`/${slug}/settings`);
  await expect(phone).not.toHaveValue("0373-3830000");
  await menuLink(page, "媒体").click();
  await expect.poll(() => consolePath(page)).toBe(`/${slug}/media`);
});
