import { expect, type Page } from "@playwright/test";
import { newUser, type TestUser } from "@zhibu/db/testing/factories";
import { codeOf } from "../../fixtures/authenticator.ts";
import { row, rows } from "../../fixtures/behind-the-scenes.ts";
import { readyToUse } from "../../fixtures/console-page.ts";
import { sharedDatabaseUrl, sharedDataDir, urlOf } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { startOpenidProvider, type OpenidProvider } from "../../fixtures/openid-provider.ts";
import { freePort, startPortal, type PortalProcess } from "../../fixtures/portal-process.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { sendCode, setUpAuthenticator } from "../../fixtures/second-factor.ts";
import { test } from "../../fixtures/test.ts";

let provider: OpenidProvider;
let portal: PortalProcess;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await openBranch();
  const port = await freePort();
  provider = await startOpenidProvider(urlOf("console", "/api/auth/callback/campus", port));
  const env = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "三全学院统一认证",
  };
  portal = await startPortal({ databaseUrl: sharedDatabaseUrl(), dataDir: sharedDataDir(), port, env });
});

test.afterAll(async () => {
  await portal.end();
  await provider.stop();
});

const consoleUrl = (path: string) => urlOf("console", path, portal.port);

/** Over the campus's own page and back. */
async function comeOverCampus(page: Page, person: TestUser, { mfa = false, next = "/account" } = {}): Promise<void> {
  await page.goto(consoleUrl(`/sign-in?next=${encodeURIComponent(next)}`));
  await readyToUse(page);
  await page.getByRole("button", { name: "使用三全学院统一认证登录" }).click();
  await expect(page.getByRole("heading", { name: "校园认证" })).toBeVisible();
  await page.getByLabel("工号").fill(person.loginName);
  if (mfa) await page.getByLabel("短信验证").check();
  await page.getByRole("button", { name: "同意并登录" }).click();
}

test("a person of the college signs in over the campus, without a password here; the identity stays theirs", async ({
  page,
  context,
}) => {
  const person = await newUser("钱老师");
  await comeOverCampus(page, person);
  await expect(page).toHaveURL(consoleUrl("/account"));
  await expect(page.getByRole("heading", { level: 1, name: "钱老师" })).toBeVisible();
  await expect(page.getByText("校园认证登录")).toBeVisible();
  expect(await row("SELECT issuer, subject FROM external_identity WHERE user_id = $1", person.userId)).toEqual({
    issuer: provider.issuer,
    subject: `campus-${person.loginName}`,
  });
  for (const { name, httpOnly, domain } of await context.cookies(consoleUrl("/"))) {
    expect([name, httpOnly, domain]).toEqual([name, true, "console.localhost"]);
  }

  // A new name here changes nothing: the identity is known by its subject.
  await rows("UPDATE app_user SET login_name = login_name || '.new' WHERE id = $1", person.userId);
  await context.clearCookies();
  await comeOverCampus(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "钱老师" })).toBeVisible();
});

test("whom the college does not know is told so, and nobody is made of them", async ({ page }) => {
  const stranger = { loginName: "no.such.person" } as TestUser; // Only the name is typed.
  const before = await row("SELECT count(*)::int AS people FROM app_user");
  await comeOverCampus(page, stranger);
  await expect(page.getByRole("heading", { name: "没有找到您的账号" })).toBeVisible();
  await expectWellMade(page);
  expect(await row("SELECT count(*)::int AS people FROM app_user")).toEqual(before);
  await page.getByRole("link", { name: "返回登录页" }).click();
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
});

test("a disabled person is told the same", async ({ page }) => {
  const person = await newUser();
  await rows("UPDATE app_user SET disabled_at = now() WHERE id = $1", person.userId);
  await comeOverCampus(page, person);
  await expect(page.getByRole("heading", { name: "没有找到您的账号" })).toBeVisible();
});

test("who has an authenticator here is asked for its code, unless the campus asked for a second factor", async ({
  page,
  context,
}) => {
  const person = await newPerson("孙老师");
  await comeOverCampus(page, person);
  await page.getByRole("button", { name: "绑定验证器" }).click();
  const { key } = await setUpAuthenticator(page);
  await expect(page.getByText("恢复码还剩 10 个")).toBeVisible();
  await rows("UPDATE second_factor SET last_step = last_step - 2 WHERE user_id = $1", person.userId);

  await context.clearCookies();
  await comeOverCampus(page, person);
  await expect(page.getByRole("heading", { name: "再确认一下是您" })).toBeVisible();
  const half = await page.evaluate(async () => (await fetch("/account", { redirect: "manual" })).type);
  expect(half, "half a sign-in is none").toBe("opaqueredirect");
  await readyToUse(page);
  await sendCode(page, "000000");
  await expect(page.getByText("验证码不对，或者已经用过。")).toBeVisible();
  await sendCode(page, codeOf(key));
  await expect(page).toHaveURL(consoleUrl("/account"));

  await context.clearCookies();
  await comeOverCampus(page, person, { mfa: true });
  await expect(page).toHaveURL(consoleUrl("/account"));
  await expect(page.getByRole("heading", { level: 1, name: "孙老师" })).toBeVisible();
});

test("an answer nobody asked for, or for another browser, opens no session", async ({ page, browser }) => {
  await page.goto(consoleUrl("/api/auth/callback/campus?code=stolen&state=made-up"));
  await expect(page).toHaveURL(/\/sign-in\?error=/u);
  await expect(page.getByText("校园认证没有完成，您还没有登录。")).toBeVisible();

  const person = await newUser();
  const victim = await (await browser.newContext()).newPage();
  const answer = victim.waitForRequest(/\/api\/auth\/callback\/campus\?/u);
  await comeOverCampus(victim, person);
  await page.goto((await answer).url());
  await expect(page).toHaveURL(/\/sign-in\?error=/u);
  await victim.context().close();
});
