import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import type { AuthSettings } from "./auth-settings.ts";
import { createAuthHandlers } from "./create-auth.ts";
import { openSession } from "./open-session.ts";
import { newAccount, testPassword } from "./testing/account.ts";
import { authBrowser, authSecret, onHttp, plainDeps } from "./testing/auth-browser.ts";

const onHttps: AuthSettings = { secret: authSecret, consoleOrigin: "https://console.example.edu.cn", campus: null };

const sessionLine = (response: Response) =>
  response.headers.getSetCookie().find((line) => line.includes("zhibu.session="));

test("on http the session cookie is host-only and HttpOnly, and the person is back with it", async () => {
  const user = await newAccount();
  const browser = authBrowser();
  const { answer } = await browser.signIn({ loginName: user.loginName, password: testPassword });
  const line = sessionLine(answer) ?? "";
  expect(line).toMatch(/^zhibu\.session=/u);
  expect(line).toMatch(/HttpOnly/iu);
  expect(line).toMatch(/SameSite=Lax/iu);
  expect(line).not.toMatch(/Domain|Secure/iu);
  expect(await browser.actor()).toMatchObject({ userId: user.userId });
});

test("on https the cookie is __Host- and Secure", async () => {
  const user = await newAccount();
  const { answer } = await authBrowser({ settings: onHttps }).signIn({
    loginName: user.loginName,
    password: testPassword,
  });
  const line = sessionLine(answer) ?? "";
  expect(line).toMatch(/^__Host-zhibu\.session=/u);
  expect(line).toMatch(/Path=\/;/u);
  expect(line).toMatch(/Secure/u);
  expect(line).not.toMatch(/Domain/iu);
});

test("a refusal names no cause beyond its kind", async () => {
  const user = await newAccount();
  for (const loginName of [user.loginName, "nobody-at-all"]) {
    const { answer, url } = await authBrowser().signIn({ loginName, password: "not it" });
    expect(url.search).toBe("?error=CredentialsSignin&code=wrong");
    expect(sessionLine(answer)).toBeUndefined();
  }
});

test("the request's own host decides nothing", async () => {
  const user = await newAccount();
  const typed = { loginName: user.loginName, password: testPassword };
  const { url } = await authBrowser().signIn(typed, "http://evil.example");
  expect(url.origin).toBe(onHttp.consoleOrigin);
});

test("a sign-in without the CSRF token opens no session", async () => {
  const user = await newAccount();
  const typed = new URLSearchParams({ loginName: user.loginName, password: testPassword });
  const said: string[] = [];
  const browser = authBrowser({ deps: { onError: ({ name }) => said.push(name) } });
  const response = await browser.send("/api/auth/callback/credentials", typed);
  expect(said).toEqual(["MissingCSRF"]);
  expect(sessionLine(response)).toBeUndefined();
});

test("the session's row says where it was opened, and signing out ends it", async () => {
  const user = await newAccount();
  const userAgent = "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";
  const browser = authBrowser({ userAgent, address: "10.1.2.3" });
  await browser.signIn({ loginName: user.loginName, password: testPassword });
  const rows = () => withOffice((tx) => tx.userSession.findMany({ where: { userId: user.userId } }));
  expect(await rows()).toMatchObject([
    { address: "10.1.2.3", agent: "Windows · Edge", method: "password", endedAt: null },
  ]);
  const copied = [...browser.cookies];
  await browser.post("/api/auth/signout", {});
  expect(browser.cookies.has("zhibu.session")).toBe(false);
  expect(await rows()).toMatchObject([{ endedAt: expect.any(Date) as Date }]);
  for (const [name, value] of copied) browser.cookies.set(name, value);
  expect(await browser.actor()).toBeNull();
});

test("a sign-in under way when the password changes opens no session", async () => {
  const { userId } = await newAccount();
  const now = new Date();
  const { changedAt } = await withOffice((tx) => tx.credential.findUniqueOrThrow({ where: { userId } }));
  const person = { userId, passwordSetAt: changedAt.getTime(), method: "password" } as const;
  const device = { address: null, userAgent: null };
  expect(await openSession(person, device, now)).not.toBeNull();
  await withOffice((tx) =>
    tx.credential.update({ where: { userId }, data: { changedAt: new Date(changedAt.getTime() + 1) } }),
  );
  expect(await openSession(person, device, now)).toBeNull();
});

test.each([
  "/api/auth/session",
  "/api/auth/providers",
  "/api/auth/signin",
  "/api/auth/signin/campus",
  "/api/auth/callback/campus",
  "/api/auth/signout",
  "/api/auth/error",
])("GET %s is not there", async (path) => {
  const handle = createAuthHandlers(onHttp, plainDeps);
  expect((await handle(new Request(onHttp.consoleOrigin + path))).status).toBe(404);
});

test("without a campus there is no way to it", async () => {
  const answer = await authBrowser().send("/api/auth/signin/campus", new URLSearchParams());
  expect(answer.status).toBe(404);
});
