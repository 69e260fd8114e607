import { expect, type Page } from "@playwright/test";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { deskOf } from "../../fixtures/branch-desk.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { sharedDatabaseUrl, sharedDataDir, urlOf } from "../../fixtures/hosts.ts";
import { axeFindings, expectNoSidewaysScroll, screens } from "../../fixtures/judge-page.ts";
import { openMailBox } from "../../fixtures/mail-box.ts";
import { startPortal } from "../../fixtures/portal-process.ts";
import { openBranch, staffMember } from "../../fixtures/scratch-branch.ts";
import { beSignedIn } from "../../fixtures/signed-in.ts";
import { test } from "../../fixtures/test.ts";

/** A branch of its own with the two who run it. */
async function staffed() {
  const branch = await openBranch();
  const [webmaster, secretary] = [await staffMember(branch, "webmaster"), await staffMember(branch, "secretary")];
  return { branch, webmaster, secretary, desk: deskOf(branch.slug, webmaster.client, secretary.client) };
}

const bell = (page: Page) => page.getByRole("button", { name: /^通知/u });

test("who has to act hears of it, goes there, and has read it; who did it hears nothing", async ({ page, context }) => {
  test.setTimeout(240_000);
  const { branch, webmaster, secretary, desk } = await staffed();
  const submitted = await desk.submit("等书记审核的报道", "正文。");
  await beSignedIn(context, secretary.client);
  await openConsole(page, "/inbox");
  await expect(page.getByRole("link", { name: /^我的待办 ?1 件等您处理$/u }).first()).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("通知，1 条未读");
  await bell(page).click();
  await page.getByRole("link", { name: /未读：.*提交了《等书记审核的报道》，请您审核/u }).click();
  await page.waitForURL(urlOf("console", `/${branch.slug}/review/${submitted.articleId}`));
  await expect(bell(page)).toHaveAccessibleName("通知");

  await secretary.client.mutate("articles.return", { branch: branch.slug, ...submitted, reason: "请补充参加人数" });
  await context.clearCookies();
  await beSignedIn(context, webmaster.client);
  await openConsole(page, "/notifications");
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText("退回了《等书记审核的报道》：请补充参加人数");
  for (const { width, height } of screens) {
    await page.setViewportSize({ width, height });
    await expectNoSidewaysScroll(page);
    expect(await axeFindings(page)).toEqual([]);
    await bell(page).click();
    await expect(page.getByRole("link", { name: "查看全部通知" })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
  }
  const main = page.getByRole("main");
  await main.getByRole("button", { name: /^未读/u }).click();
  await expect(lines).toHaveCount(1);
  await main.getByRole("button", { name: "全部标为已读" }).click();
  await expect(page.getByText("没有未读的通知")).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName("通知");
});

test("by mail, where there is a mail server: a line with a direct link, which reads the notice", async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const { branch, secretary, desk } = await staffed();
  const address = `${secretary.person.loginName}@college.example`;
  await rows("UPDATE app_user SET email = $2 WHERE id = $1", secretary.person.userId, address);
  const box = await openMailBox();
  const portal = await startPortal({
    databaseUrl: sharedDatabaseUrl(),
    dataDir: sharedDataDir(),
    env: { SMTP_URL: box.url, MAIL_FROM: "支部 <zhibu@college.example>" },
  });
  try {
    await beSignedIn(context, secretary.client);
    await page.goto(urlOf("console", "/account", portal.port));
    await page.getByRole("radio", { name: "每条通知立即发送" }).check();
    await page.getByRole("button", { name: "保存提醒方式" }).click();
    await expect(page.getByText("已保存。")).toBeVisible();

    const { articleId } = await desk.submit("寄到信箱里的报道", "正文。");
    const mine = () => box.mails.filter(({ to }) => to && !Array.isArray(to) && to.text === address);
    await expect.poll(() => mine().length, { timeout: 100_000 }).toBe(1);
    const [mail] = mine();
    const link = urlOf("console", `/${branch.slug}/review/${articleId}`, portal.port);
    expect(mail?.subject).toContain("提交了《寄到信箱里的报道》，请您审核");
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(`href="${link}"`);
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("寄到信箱里的报道");
    await expect(bell(page)).toHaveAccessibleName("通知");
    expect(mine()).toHaveLength(1);
  } finally {
    await portal.end();
    await box.close();
  }
});
