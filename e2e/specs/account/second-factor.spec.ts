import { expect, type Page } from "@playwright/test";
import { appoint } from "@zhibu/db/testing/factories";
import { codeOf } from "../../fixtures/authenticator.ts";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { consolePath, openConsole, sendSignIn } from "../../fixtures/console-page.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { demoPassword } from "../../fixtures/portal-process.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { sendCode, setUpAuthenticator } from "../../fixtures/second-factor.ts";
import { test } from "../../fixtures/test.ts";

/** Half a minute passes: codes up to now may be used again. */
async function forgetUsedStep(userId: string): Promise<void> {
  await rows("UPDATE second_factor SET last_step = last_step - 2 WHERE user_id = $1", userId);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "账号菜单" }).click();
  await page.getByRole("button", { name: "退出登录", exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in$/u);
}

test("an authenticator is set up, asked for at sign-in, and a recovery code stands in for it once", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const branch = await openBranch();
  const person = await newPerson("何书记");
  await appoint(branch, person, "secretary");
  const page = await personAt(browser, person.loginName);
  await openConsole(page, "/account");
  await page.getByRole("button", { name: "绑定验证器" }).click();
  const { key, usedCode, recoveryCodes } = await setUpAuthenticator(page);
  await expect(page.getByText("恢复码还剩 10 个（共 10 个）")).toBeVisible();
  const { userId } = person;
  const kept = await rows("SELECT secret FROM second_factor WHERE user_id = $1", userId);
  expect(JSON.stringify(kept)).not.toContain(key.replaceAll(" ", ""));

  await signOut(page);
  await sendSignIn(page, person.loginName, demoPassword);
  await expect(page.getByLabel("动态验证码")).toBeFocused();
  await expectWellMade(page);
  await sendCode(page, usedCode);
  await expect(page.getByText("验证码不对，或者已经用过。"), "the code that confirmed the set-up").toBeVisible();
  await forgetUsedStep(userId);
  await sendCode(page, codeOf(key));
  await expect.poll(() => consolePath(page)).toBe("/inbox");

  const [first = ""] = recoveryCodes;
  for (const outcome of ["in", "refused"]) {
    await signOut(page);
    await sendSignIn(page, person.loginName, demoPassword);
    await page.getByRole("button", { name: "手机不在身边？用恢复码" }).click();
    await page.getByLabel("恢复码").fill(first.toUpperCase());
    await page.getByRole("button", { name: "登录", exact: true }).click();
    if (outcome === "in") await expect.poll(() => consolePath(page)).toBe("/inbox");
    else await expect(page.getByText("验证码不对，或者已经用过。")).toBeVisible();
  }

  await page.getByRole("button", { name: "改用手机验证码" }).click();
  await forgetUsedStep(userId);
  await sendCode(page, codeOf(key));
  await expect.poll(() => consolePath(page)).toBe("/inbox");
  await openConsole(page, "/account");
  await expect(page.getByText("恢复码还剩 9 个（共 10 个）")).toBeVisible();
  await page.getByRole("button", { name: "解除绑定" }).click();
  await page.getByLabel("登录密码").fill(demoPassword);
  await page.getByLabel("动态验证码或恢复码").fill(recoveryCodes[1] ?? "");
  await page.locator("form").getByRole("button", { name: "解除绑定" }).click();
  await expect(page.getByRole("button", { name: "绑定验证器" })).toBeVisible();
  await signOut(page);
  await sendSignIn(page, person.loginName, demoPassword);
  await expect.poll(() => consolePath(page)).toBe("/inbox");
  await page.context().close();
});
