import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { appoint, type TestBranch, type TestUser } from "@zhibu/db/testing/factories";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { personAt } from "../../fixtures/console-browser.ts";
import { consoleClient, type ConsoleClient } from "../../fixtures/console-client.ts";
import { consolePath, openConsole, readyToUse } from "../../fixtures/console-page.ts";
import { sharedPort } from "../../fixtures/hosts.ts";
import { expectWellMade } from "../../fixtures/judge-page.ts";
import { demoPassword } from "../../fixtures/portal-process.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { setUpAuthenticator } from "../../fixtures/second-factor.ts";
import { test } from "../../fixtures/test.ts";

const routers = new URL("../../../packages/api/src/office/", import.meta.url);

let branch: TestBranch;

test.beforeAll(async () => {
  branch = await openBranch();
});

// The switch is the whole college's: whatever happens here, the other specs find it off.
test.afterAll(() => rows("UPDATE college SET totp_required = false"));

async function clerk(displayName: string): Promise<TestUser> {
  const person = await newPerson(displayName);
  await rows(
    "INSERT INTO college_role (id, user_id, role, starts_on) VALUES ($1, $2, 'office', '2020-01-01')",
    randomUUID(),
    person.userId,
  );
  return person;
}

/** `take-downs.router.ts` is mounted as `takeDowns`. */
function routerName(file: string): string {
  return file.replace(".router.ts", "").replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** Every procedure of the office by name, as the routers list them. */
async function officeProcedures(): Promise<string[]> {
  const files = (await readdir(routers)).filter((file) => file !== "office.router.ts" && file.endsWith(".router.ts"));
  const named = files.map(async (file) => {
    const source = await readFile(new URL(file, routers), "utf8");
    const names = [...source.matchAll(/^ {2}(\w+): officeProcedure/gmu)].map(([, name = ""]) => name);
    return names.map((name) => `office.${routerName(file)}.${name}`);
  });
  return (await Promise.all(named)).flat();
}

/** What a call answers, whichever of the two ways it takes. */
async function refusalsOf(client: ConsoleClient, procedure: string): Promise<string[]> {
  const path = `/api/trpc/${procedure}`;
  const body = JSON.stringify({ json: {} });
  const answers = [
    await client.ask(`${path}?input=${encodeURIComponent(body)}`),
    await client.ask(path, { method: "POST", headers: { "content-type": "application/json" }, body }),
  ];
  return answers.map((answer) => {
    const { error } = JSON.parse(answer.body) as { error?: { json: { data: { appCode: string; code: string } } } };
    if (!error) return "answered";
    const { appCode, code } = error.json.data;
    return code === "METHOD_NOT_SUPPORTED" ? code : appCode;
  });
}

test("where the office demands it, nobody of the office and nobody who approves does anything before setting it up", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [first, second] = [await clerk("陈干事"), await clerk("吴干事")];
  const secretary = await newPerson("何书记");
  await appoint(branch, secretary, "secretary");
  const writer = await newPerson("周网管");
  await appoint(branch, writer, "webmaster");
  const at = (person: TestUser) => consoleClient(sharedPort(), person.loginName);
  const [secondClient, secretaryClient, writerClient] = [await at(second), await at(secretary), await at(writer)];
  expect(await secondClient.query("office.settings.get")).toMatchObject({ totp: { required: false } });

  await test.step("who has none themself can't switch it on", async () => {
    const page = await personAt(browser, first.loginName);
    await openConsole(page, "/office/settings");
    await expect(page.getByRole("button", { name: "开启要求" })).toHaveCount(0);
    await page.getByRole("link", { name: "去绑定" }).click();
    await page.getByRole("button", { name: "绑定验证器" }).click();
    await setUpAuthenticator(page);
    await expect(page.getByText("恢复码还剩 10 个")).toBeVisible();

    await openConsole(page, "/office/settings");
    await page.getByRole("button", { name: "开启要求" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "开启要求" }).click();
    await expect(page.getByText("已要求", { exact: true })).toBeVisible();
    await expectWellMade(page);
    await page.context().close();
  });

  await test.step("at their next request the others are refused everywhere", async () => {
    const procedures = await officeProcedures();
    expect(procedures.length).toBeGreaterThan(20);
    for (const client of [secondClient, await at(second)]) {
      for (const procedure of procedures) {
        const refusals = await refusalsOf(client, procedure);
        expect(refusals.toSorted(), procedure).toEqual(["METHOD_NOT_SUPPORTED", "SECOND_FACTOR_REQUIRED"]);
      }
    }
    const { slug } = branch;
    await expect(secretaryClient.query("articles.list", { branch: slug })).rejects.toThrow("SECOND_FACTOR_REQUIRED");
    await expect(secretaryClient.query("desk.inbox")).rejects.toThrow("SECOND_FACTOR_REQUIRED");
    expect(await writerClient.query("articles.list", { branch: slug })).toBeDefined();
    for (const path of ["/inbox", "/account", "/office/settings", `/${slug}`]) {
      const { status, headers } = await secondClient.ask(path);
      expect([status, headers["location"]]).toEqual([307, `/second-factor?next=${encodeURIComponent(path)}`]);
    }
  });

  await test.step("they are led to set it up, and then to where they wanted to go", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await openConsole(page, "/sign-in?next=%2Foffice%2Fsettings");
    await page.getByRole("textbox", { name: "登录名" }).fill(second.loginName);
    await page.getByLabel("密码", { exact: true }).fill(demoPassword);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByRole("heading", { name: "绑定手机验证器" })).toBeVisible();
    await readyToUse(page);
    await setUpAuthenticator(page);
    await expect.poll(() => consolePath(page)).toBe("/office/settings");
    await expect(page.getByText("已要求", { exact: true })).toBeVisible();
    await context.close();
    // What was signed in without it stays out.
    await expect(secondClient.query("account.me")).rejects.toThrow("UNAUTHENTICATED");
  });

  await test.step("switched off again, nobody is held up", async () => {
    await rows("UPDATE college SET totp_required = false");
    expect(await secretaryClient.query("articles.list", { branch: branch.slug })).toBeDefined();
  });
});
