import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { newAccount, testPassword } from "./testing/account.ts";
import { authBrowser } from "./testing/auth-browser.ts";

// The real moment: a success in another file forgets what is a day older than it, under any name.
const start = new Date();
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

/** Somebody with an authenticator whose code is always 123456, at a browser of their own. */
async function guardedPerson() {
  const user = await newAccount();
  await withOffice((tx) =>
    tx.secondFactor.create({ data: { userId: user.userId, secret: "sealed elsewhere", confirmedAt: start } }),
  );
  const clock = { now: start };
  const deps = {
    now: () => clock.now,
    checkSecondFactor: (userId: string, code: string) => Promise.resolve(userId === user.userId && code === "123456"),
  };
  const typed = { loginName: user.loginName, password: testPassword };
  return { user, clock, typed, browser: authBrowser({ deps }), another: () => authBrowser({ deps }) };
}

const codeIn = ({ url }: { url: URL }) => url.searchParams.get("code");

test("the password alone opens nothing; with the code the person is in", async () => {
  const { user, typed, browser } = await guardedPerson();
  expect(codeIn(await browser.signIn(typed))).toBe("codeWanted");
  expect(await browser.actor()).toBeNull();
  expect(await withOffice((tx) => tx.userSession.count({ where: { userId: user.userId } }))).toBe(0);
  expect(await browser.sendCode("654321")).toBe("codeWrong");
  expect(await browser.actor()).toBeNull();
  expect(await browser.sendCode("123456")).toBe("in");
  expect(await browser.actor()).toMatchObject({ userId: user.userId });
  expect([...browser.cookies.keys()]).not.toContain("zhibu.step");
});

test("a wrong password says nothing of the second factor", async () => {
  const { typed, browser } = await guardedPerson();
  expect(codeIn(await browser.signIn({ ...typed, password: "not it" }))).toBe("wrong");
  expect(await browser.sendCode("123456")).toBe("stepOver");
});

test("the first step is a device's own, and over after five minutes", async () => {
  const { typed, browser, another } = await guardedPerson();
  await browser.signIn(typed);
  expect(await another().sendCode("123456")).toBe("stepOver");
  // A session cookie is no first step, and a first step no session.
  const { cookies } = browser;
  cookies.set("zhibu.session", cookies.get("zhibu.step") ?? "");
  expect(await browser.actor()).toBeNull();
  const [old] = [cookies.get("zhibu.step") ?? ""];
  await browser.sendCode("123456");
  cookies.set("zhibu.step", `${old.slice(0, -3)}AAA`);
  expect(await browser.sendCode("123456")).toBe("stepOver");
});

test("guesses at codes lock the name, and the right password does not start the count afresh", async () => {
  const { clock, typed, browser } = await guardedPerson();
  for (let round = 0; round < 5; round += 1) {
    expect(codeIn(await browser.signIn(typed))).toBe("codeWanted");
    expect(await browser.sendCode("000000")).toBe("codeWrong");
  }
  expect(await browser.sendCode("123456")).toBe("locked-1");
  expect(codeIn(await browser.signIn(typed))).toBe("locked-1");
  clock.now = minutesLater(1);
  expect(await browser.sendCode("123456")).toBe("in");
  // A success forgets what went before.
  for (let round = 0; round < 4; round += 1) {
    await browser.signIn(typed);
    expect(await browser.sendCode("000000")).toBe("codeWrong");
  }
});

test("sign-ins broken off after the password are no failures", async () => {
  const { typed, browser } = await guardedPerson();
  for (let round = 0; round < 12; round += 1) expect(codeIn(await browser.signIn(typed))).toBe("codeWanted");
  expect(await browser.sendCode("123456")).toBe("in");
});

test("whoever is disabled, or gets another password, between the steps stays out", async () => {
  const first = await guardedPerson();
  await first.browser.signIn(first.typed);
  const { userId } = first.user;
  await withOffice((tx) => tx.credential.update({ where: { userId }, data: { changedAt: minutesLater(1) } }));
  expect(await first.browser.sendCode("123456")).toBe("wrong");

  const second = await guardedPerson();
  await second.browser.signIn(second.typed);
  await withOffice((tx) => tx.user.update({ where: { id: second.user.userId }, data: { disabledAt: start } }));
  expect(await second.browser.sendCode("123456")).toBe("wrong");
});
