import { expect } from "@playwright/test";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { personAt, phone } from "../../fixtures/console-browser.ts";
import { openConsole } from "../../fixtures/console-page.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { test } from "../../fixtures/test.ts";

test.beforeAll(openBranch);

test("a device signed out from another one is asked to sign in at its next request", async ({ browser }) => {
  const person = await newPerson("郑老师");
  const lost = await personAt(browser, person.loginName, phone);
  await rows("UPDATE user_session SET agent = 'Android · 微信' WHERE user_id = $1", person.userId);
  const desk = await personAt(browser, person.loginName);
  await openConsole(desk, "/account");
  const devices = desk.getByRole("listitem").filter({ hasText: "登录时间" });
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText("当前设备");
  await expect(devices.first().getByRole("button")).toHaveCount(0);

  await desk.getByRole("button", { name: "让“Android · 微信”退出登录" }).click();
  await expect(desk.getByText("这台设备已退出登录。")).toBeVisible();
  await expect(devices).toHaveCount(1);

  await lost.reload();
  await expect(lost).toHaveURL(/\/sign-in/u);
  await desk.reload();
  await expect(desk.getByRole("heading", { level: 1, name: "郑老师" })).toBeVisible();
  for (const page of [lost, desk]) await page.context().close();
});
