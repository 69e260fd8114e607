import { expect, type Page } from "@playwright/test";
import { appoint, type TestBranch, type TestUser } from "@zhibu/db/testing/factories";
import { rows } from "../../fixtures/behind-the-scenes.ts";
import { consoleClient } from "../../fixtures/console-client.ts";
import { consolePath, openConsole, readyToUse, sendSignIn } from "../../fixtures/console-page.ts";
import { sharedPort, urlOf } from "../../fixtures/hosts.ts";
import { demoPassword } from "../../fixtures/portal-process.ts";
import { ask, type Answer } from "../../fixtures/read-from.ts";
import { newPerson, openBranch } from "../../fixtures/scratch-branch.ts";
import { test } from "../../fixtures/test.ts";

const host = "console.localhost";
const origin = () => `http://${host}:${sharedPort()}`;

let branch: TestBranch;

test.beforeAll(async () => {
  branch = await openBranch();
});

/** A webmaster nobody else signs in as. */
async function webmaster(): Promise<TestUser> {
  const person = await newPerson("周网管");
  await appoint(branch, person, "webmaster");
  return person;
}

async function signInAs(page: Page, { loginName }: TestUser, next = "/inbox"): Promise<void> {
  await openConsole(page, `/sign-in?next=${encodeURIComponent(next)}`);
  await sendSignIn(page, loginName, demoPassword);
  await expect.poll(() => consolePath(page)).toBe(next);
  await readyToUse(page);
}

/** The form's own request, without a browser; resolves to the answer and how long it took in milliseconds. */
async function attempt(loginName: string, password: string): Promise<{ answer: Answer; tookMs: number }> {
  const csrf = await ask(sharedPort(), host, "/api/auth/csrf");
  const cookie = [csrf.headers["set-cookie"] ?? []]
    .flat()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const began = performance.now();
  const answer = await ask(sharedPort(), host, "/api/auth/callback/credentials", {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-auth-return-redirect": "1",
      origin: origin(),
      cookie,
    },
    body: new URLSearchParams({ csrfToken, loginName, password }).toString(),
  });
  return { answer, tookMs: performance.now() - began };
}

/** What became of an attempt: `in`, or the code the form has words for. */
async function outcome(loginName: string, password: string): Promise<string> {
  const { answer } = await attempt(loginName, password);
  const { url } = JSON.parse(answer.body) as { url: string };
  return new URL(url).searchParams.get("code") ?? "in";
}

const throttleOf = "encode(sha256(convert_to($1, 'UTF8')), 'hex')";

/** A day passes. */
async function forgetFailures(loginName: string): Promise<void> {
  await rows(`DELETE FROM sign_in_throttle WHERE key = ${throttleOf}`, loginName);
}

/** Time passes: the lock of a name is over. */
async function endLock(loginName: string): Promise<void> {
  await rows(
    `UPDATE sign_in_throttle SET locked_until = now() - interval '1 second' WHERE key = ${throttleOf}`,
    loginName,
  );
}

test("a person signs in, sees their name, and signs out; afterwards the console is closed to them", async ({
  page,
}) => {
  const person = await webmaster();
  await openConsole(page, "/");
  await expect(page).toHaveURL(/\/sign-in/u);
  await sendSignIn(page, ` ${person.loginName.toUpperCase()} `, demoPassword);
  await expect(page).toHaveURL(/\/inbox$/u);
  await expect(page.getByRole("heading", { level: 1, name: "我的待办" })).toBeVisible();

  await page.getByRole("button", { name: "账号菜单" }).click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/sign-in$/u);
  // Back leads to a page that sends whoever is not signed in away again by itself.
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/u);
  await expect(page.getByRole("button", { name: "登录", exact: true })).toBeVisible();
});

test("signing in takes the keyboard alone", async ({ page }) => {
  const person = await webmaster();
  await openConsole(page, "/sign-in");
  await expect(page.getByRole("textbox", { name: "登录名" })).toBeFocused();
  await page.keyboard.type(person.loginName);
  await page.keyboard.press("Tab");
  await page.keyboard.type(demoPassword);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inbox$/u);
});

test("the session is one host-only cookie that no script reads, and readers' hosts never see or set one", async ({
  page,
  context,
}) => {
  await signInAs(page, await webmaster());
  const cookies = await context.cookies();
  for (const cookie of cookies) {
    expect(cookie.domain, cookie.name).toBe(host);
    expect(cookie, cookie.name).toMatchObject({ path: "/", httpOnly: true, sameSite: "Lax" });
  }
  expect(cookies.filter(({ name }) => name.includes("session")).map(({ name }) => name)).toEqual(["zhibu.session"]);
  expect(await page.evaluate(() => document.cookie)).toBe("");

  for (const reader of [urlOf("", "/"), urlOf(branch.slug, "/")]) {
    const sent = page.waitForRequest(reader);
    const response = await page.goto(reader);
    expect((await (await sent).allHeaders())["cookie"], reader).toBeUndefined();
    expect(await response?.headerValue("set-cookie"), reader).toBeNull();
  }
  expect(await context.cookies()).toEqual(cookies);
});

test("a wrong password and an unknown name get the same words", async ({ page }) => {
  const person = await webmaster();
  const said: string[] = [];
  for (const loginName of [person.loginName, "nobody.here"]) {
    await openConsole(page, "/sign-in");
    await sendSignIn(page, loginName, "not the password");
    said.push(await page.getByRole("alert").filter({ hasText: /\S/u }).innerText());
    await expect(page.getByRole("textbox", { name: "登录名" })).toHaveValue(loginName);
    await expect(page.getByLabel("密码", { exact: true })).toBeFocused();
  }
  expect(said).toEqual(["登录名或密码不正确。", "登录名或密码不正确。"]);
});

test("a wrong password, an unknown name and a disabled person differ neither in the answer nor in its time", async () => {
  const [known, disabled] = [await webmaster(), await webmaster()];
  await rows("UPDATE app_user SET disabled_at = now() WHERE id = $1", disabled.userId);
  const told = ({ status, headers, body }: Answer) => ({
    status,
    body,
    cookies: [headers["set-cookie"] ?? []].flat().map((line) => line.split("=")[0]),
  });
  const fastest = { known: Infinity, unknown: Infinity, disabled: Infinity };
  const answers = new Set<string>();
  // In turns, and the fastest of each: a busy machine slows down all three alike.
  for (let round = 0; round < 8; round += 1) {
    for (const [kind, loginName] of [
      ["known", known.loginName],
      ["unknown", "nobody.at.all"],
      ["disabled", disabled.loginName],
    ] as const) {
      const { answer, tookMs } = await attempt(loginName, kind === "disabled" ? demoPassword : `guess ${round}`);
      fastest[kind] = Math.min(fastest[kind], tookMs);
      answers.add(JSON.stringify(told(answer)));
      await forgetFailures(loginName);
    }
  }
  expect([...answers]).toHaveLength(1);
  // Without the dummy hash an unknown name is answered several times faster.
  expect(fastest.unknown).toBeGreaterThan(fastest.known * 0.5);
  expect(fastest.disabled).toBeGreaterThan(fastest.known * 0.5);
});

test("repeated failures lock a name, known or not, and each one longer than the last", async ({ page }) => {
  const person = await webmaster();
  for (const loginName of [person.loginName, "nobody.locked"]) {
    for (let count = 0; count < 5; count += 1) expect(await outcome(loginName, "not it")).toBe("wrong");
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await outcome(loginName, demoPassword)).toBe(`locked-${minutes}`);
      await endLock(loginName);
      expect(await outcome(loginName, "not it")).toBe("wrong");
    }
  }
  await openConsole(page, "/sign-in");
  await sendSignIn(page, person.loginName, demoPassword);
  await expect(page.getByText("尝试次数过多，请 15 分钟后再试。")).toBeVisible();

  await endLock(person.loginName);
  await sendSignIn(page, person.loginName, demoPassword);
  await expect(page).toHaveURL(/\/inbox$/u);
  // A success forgets what went before.
  for (let count = 0; count < 4; count += 1) expect(await outcome(person.loginName, "not it")).toBe("wrong");
  expect(await outcome(person.loginName, demoPassword)).toBe("in");
});

test("a handed-out password lets in to nothing but the choice of one's own", async ({ page }) => {
  const person = await webmaster();
  const own = "我自己的一句话 2026";
  await rows("UPDATE credential SET must_change_password = true WHERE user_id = $1", person.userId);
  await openConsole(page, `/sign-in?next=${encodeURIComponent(`/${branch.slug}/settings`)}`);
  await sendSignIn(page, person.loginName, demoPassword);
  await expect(page).toHaveURL(/\/change-password/u);
  await expect(page.getByRole("heading", { name: "设置您自己的密码" })).toBeVisible();

  const handedOut = await consoleClient(sharedPort(), person.loginName);
  for (const path of ["/inbox", "/account", `/${branch.slug}`]) {
    const { status, headers } = await handedOut.ask(path);
    expect([status, headers["location"]]).toEqual([307, `/change-password?next=${encodeURIComponent(path)}`]);
  }
  await expect(handedOut.query("branchSettings.get", { branch: branch.slug })).rejects.toThrow(
    "PASSWORD_CHANGE_REQUIRED",
  );

  await readyToUse(page);
  const [current, next, repeat, send] = [
    page.getByLabel("初始密码"),
    page.getByLabel("新密码", { exact: true }),
    page.getByLabel("再填一次新密码"),
    page.getByRole("button", { name: "修改密码" }),
  ];
  await current.fill(demoPassword);
  await next.fill("1234567890");
  await repeat.fill("1234567890");
  await send.click();
  await expect(page.getByText("这个密码太常见，容易被猜到，请换一个。")).toBeVisible();
  await next.fill(own);
  await repeat.fill(`${own}!`);
  await send.click();
  await expect(page.getByText("两次填写的新密码不一致。")).toBeVisible();
  await current.fill("not the handed-out one");
  await repeat.fill(own);
  await send.click();
  await expect(page.getByText("密码不对，请重新填写。")).toBeVisible();
  await current.fill(demoPassword);
  await send.click();
  await expect.poll(() => consolePath(page)).toBe(`/${branch.slug}/settings`);

  expect(await outcome(person.loginName, demoPassword)).toBe("wrong");
  expect(await outcome(person.loginName, own)).toBe("in");
  expect((await handedOut.ask("/inbox")).status, "the session of the old password").toBe(307);
});

test("signing out everywhere ends another browser's session at its next request", async ({ page, browser }) => {
  const person = await webmaster();
  await signInAs(page, person);
  const elsewhere = await (await browser.newContext()).newPage();
  await signInAs(elsewhere, person, "/account");
  const device = await consoleClient(sharedPort(), person.loginName);
  expect(await device.query("account.terms")).toHaveLength(1);

  await elsewhere.getByRole("button", { name: "退出所有设备" }).click();
  await elsewhere.getByRole("dialog").getByRole("button", { name: "退出所有设备" }).click();
  await expect(elsewhere).toHaveURL(/\/sign-in$/u);

  await expect(device.query("account.terms")).rejects.toThrow("UNAUTHENTICATED");
  await page.goto(urlOf("console", `/${branch.slug}/people`));
  await expect.poll(() => consolePath(page)).toBe(`/sign-in?next=${encodeURIComponent(`/${branch.slug}/people`)}`);
  await elsewhere.context().close();
});

test("a new password ends all other sessions and keeps this one", async ({ page }) => {
  const person = await webmaster();
  const other = await consoleClient(sharedPort(), person.loginName);
  await signInAs(page, person, "/account");
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.getByLabel("原密码").fill(demoPassword);
  await page.getByLabel("新密码", { exact: true }).fill("另一句只有我知道的话");
  await page.getByLabel("再填一次新密码").fill("另一句只有我知道的话");
  await page.locator("form").getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByText("密码已修改，其他设备上的登录已失效。")).toBeVisible();
  await expect(other.query("account.me")).rejects.toThrow("UNAUTHENTICATED");
  await openConsole(page, "/inbox");
  await expect(page.getByRole("heading", { level: 1, name: "我的待办" })).toBeVisible();
});

test("a disabled person and an ended term are noticed at the next request", async () => {
  const person = await webmaster();
  const client = await consoleClient(sharedPort(), person.loginName);
  const colleague = await newPerson("孙同志");
  await appoint(branch, colleague, "secretary");
  const page = async () => (await client.ask(`/${branch.slug}/people`)).body;
  expect(await page()).toContain("孙同志");
  await rows(
    "UPDATE branch_role SET ends_on = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 WHERE user_id = $1",
    person.userId,
  );
  const after = await page();
  expect(after).toContain("没有这个页面");
  expect(after).not.toContain("孙同志");
  expect(after).not.toContain(branch.name);
  await expect(client.query("people.list", { branch: branch.slug })).rejects.toThrow("NOT_FOUND");
  await rows("UPDATE app_user SET disabled_at = now() WHERE id = $1", person.userId);
  await expect(client.query("account.me")).rejects.toThrow("UNAUTHENTICATED");
});

test("after sign-in nobody is led anywhere but to a path of the console", async ({ page }) => {
  const person = await webmaster();
  const { ask: visit } = await consoleClient(sharedPort(), person.loginName);
  const elsewhere = [
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/%0a/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "http:evil.example",
    "http:/evil.example",
    "javascript:alert(1)",
    "data:text/html,evil",
    "@evil.example",
    `${urlOf("", "/")}`,
    "/sign-in",
    "/api/auth/signout",
  ];
  for (const next of elsewhere) {
    const { status, headers } = await visit(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(status, next).toBe(307);
    const landed = new URL(String(headers["location"]), origin());
    expect(landed.origin, next).toBe(origin());
    expect(landed.pathname, next).toMatch(/^\/(?:inbox$|%0a\/)/u);
  }
  await visit("/sign-in?next=%2Faccount&next=%2F%2Fevil.example").then(({ headers }) =>
    expect(headers["location"]).toBe("/inbox"),
  );
  await openConsole(page, `/sign-in?next=${encodeURIComponent("//evil.example/x")}`);
  await sendSignIn(page, person.loginName, demoPassword);
  await expect.poll(() => consolePath(page)).toBe("/inbox");
});

test("who comes without a session is asked to sign in, and then led to where they wanted to go", async ({ page }) => {
  const wanted = `/${branch.slug}/media?kind=attachment`;
  await page.goto(urlOf("console", wanted));
  await expect.poll(() => consolePath(page)).toBe(`/sign-in?next=${encodeURIComponent(wanted)}`);
  await readyToUse(page);
  await sendSignIn(page, (await webmaster()).loginName, demoPassword);
  await expect.poll(() => consolePath(page)).toBe(wanted);
});

test("a session that ends while somebody types costs a password, and nothing of what was typed", async ({ page }) => {
  const person = await webmaster();
  await signInAs(page, person, `/${branch.slug}/settings`);
  const text = "本支部由临时起草的一段简介说明。";
  await page.getByLabel("支部简介").fill(text);
  await rows("UPDATE user_session SET ended_at = now() WHERE user_id = $1", person.userId);
  await page.getByRole("button", { name: "保存" }).click();

  const dialog = page.getByRole("dialog", { name: "登录已过期" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "登录名" })).toHaveValue(person.loginName);
  await dialog.getByLabel("密码", { exact: true }).fill(demoPassword);
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("已保存")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("支部简介")).toHaveValue(text);
});

test("a session can't be made up", async () => {
  const person = await webmaster();
  const { cookie } = await consoleClient(sharedPort(), person.loginName);
  const token = /zhibu\.session=([^;]*)/u.exec(cookie)?.[1] ?? "";
  const claim = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const forged = [
    "",
    "x",
    token.slice(0, -4),
    `${token}x`,
    token.replace(/^[^.]*/u, claim({ alg: "dir", enc: "none" })),
    `${claim({ alg: "none", typ: "JWT" })}.${claim({ sub: person.userId, sv: 1, exp: 9_999_999_999 })}.`,
    person.userId,
  ];
  for (const value of forged) {
    const answer = await ask(sharedPort(), host, "/api/trpc/account.me", {
      headers: { cookie: `zhibu.session=${value}` },
    });
    expect(answer.status, value).toBe(401);
  }
  const bearer = await ask(sharedPort(), host, "/api/trpc/account.me", {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(bearer.status).toBe(401);
});

test("a form that is sent before its script arrived never puts a password into an address", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(urlOf("console", "/sign-in"));
  await page.getByRole("textbox", { name: "登录名" }).fill("webmaster.jichu");
  await page.getByLabel("密码", { exact: true }).fill("a-secret-word");
  await page.getByLabel("密码", { exact: true }).press("Enter");
  await page.waitForLoadState();
  expect([...asked, page.url()].filter((url) => url.includes("a-secret-word"))).toEqual([]);
  await page.context().close();
});
