import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { newUser, type TestUser } from "@zhibu/db/testing/factories";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { consoleClient } from "../../fixtures/console-client.ts";
import { consolePath, openConsole } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { test } from "../../fixtures/test.ts";

const password = "春江潮水连海平，海上明月共潮生";

test.beforeAll(openBranch);

/** The path of a link as the office's pages would have made it. */
async function linkFor({ userId }: TestUser, purpose: "invite" | "reset", validFor = "1 day"): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await rows(
    `INSERT INTO one_time_link (id, token_hash, purpose, user_id, created_by_id, created_by_name, expires_at)
     VALUES ($1, $2, $3::link_purpose, $4, $4, '陈干事', now() + $5::interval)`,
    randomUUID(),
    createHash("sha256").update(token).digest("hex"),
    purpose,
    userId,
    validFor,
  );
  return `/welcome/${token}`;
}

test("an invited person chooses a password and signs in with it; the link opens nothing a second time", async ({
  page,
}) => {
  const person = await newUser("林知远");
  const path = await linkFor(person, "invite");
  await openConsole(page, path);
  await expect(page.getByRole("heading", { name: "林知远，您好" })).toBeVisible();
  await expect(page.getByText("陈干事邀请您使用支部网站工作台")).toBeVisible();
  await expect(page.getByText(person.loginName)).toBeVisible();
  await expectWellMade(page);

  const [chosen, repeat, send] = [
    page.getByLabel("密码", { exact: true }),
    page.getByLabel("再填一次密码"),
    page.getByRole("button", { name: "设置密码" }),
  ];
  await chosen.fill("1234567890");
  await repeat.fill("1234567890");
  await send.click();
  await expect(page.getByText("这个密码太常见，容易被猜到，请换一个。")).toBeVisible();
  await chosen.fill(password);
  await repeat.fill(password);
  await send.click();
  await expect(page.getByText("密码已设好")).toBeVisible();

  await expect(page.getByRole("textbox", { name: "登录名" })).toHaveValue(person.loginName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect.poll(() => consolePath(page)).toBe("/inbox");

  await openConsole(page, path);
  await expect(page.getByRole("heading", { name: "链接已失效" })).toBeVisible();
  await expect(page.getByText(person.loginName)).toHaveCount(0);
  await expectWellMade(page);
});

test("a reset link replaces the password and ends the sessions there were", async ({ page }) => {
  const person = await newPerson();
  const before = await consoleClient(sharedPort(), person.loginName);
  await openConsole(page, await linkFor(person, "reset"));
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByLabel("再填一次密码").fill(password);
  await page.getByRole("button", { name: "设置密码" }).click();
  await expect(page.getByText("密码已设好")).toBeVisible();
  await expect(before.query("account.me")).rejects.toThrow("UNAUTHENTICATED");
  await expect(consoleClient(sharedPort(), person.loginName)).rejects.toThrow("could not sign in");
  const after = await consoleClient(sharedPort(), person.loginName, password);
  expect(await after.query("account.me")).toMatchObject({ loginName: person.loginName });
});

test("an expired link and one that never was get the same page", async ({ page }) => {
  const expired = await linkFor(await newUser(), "invite", "-1 second");
  const said: string[] = [];
  for (const path of [expired, `/welcome/${randomBytes(32).toString("base64url")}`]) {
    await openConsole(page, path);
    said.push(await page.getByRole("main").innerText());
  }
  expect(said[0]).toContain("链接已失效");
  expect(said[1]).toBe(said[0]);
});
