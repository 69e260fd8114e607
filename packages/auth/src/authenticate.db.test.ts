import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { authenticate, type SignInContext } from "./authenticate.ts";
import { createAddressLimit } from "./limit-address.ts";
import { newAccount, testPassword } from "./testing/account.ts";

// The real moment: a success in another file forgets what is a day older than it, under any name.
const start = new Date();
const context = (change: Partial<SignInContext> = {}): SignInContext => ({
  now: start,
  address: null,
  addressLimit: createAddressLimit(),
  ...change,
});
const minutesLater = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const wrong = { ok: false, refusal: { kind: "wrong" } };

async function fail(loginName: string, times: number, now = start) {
  for (let count = 0; count < times; count += 1) {
    expect(await authenticate({ loginName, password: "not it" }, context({ now }))).toEqual(wrong);
  }
}

test("the right password signs in, however the name is typed", async () => {
  const user = await newAccount();
  const { changedAt } = await withOffice((tx) => tx.credential.findUniqueOrThrow({ where: { userId: user.userId } }));
  const person = { userId: user.userId, passwordSetAt: changedAt.getTime(), method: "password" };
  for (const loginName of [user.loginName, ` ${user.loginName.toUpperCase()} `]) {
    expect(await authenticate({ loginName, password: testPassword }, context())).toEqual({
      ok: true,
      person,
      needsCode: false,
    });
  }
});

test("a wrong password, an unknown name, a disabled person and one without credential get one answer", async () => {
  const user = await newAccount();
  const disabled = await newAccount();
  await withOffice((tx) => tx.user.update({ where: { id: disabled.userId }, data: { disabledAt: start } }));
  const bare = await newAccount();
  await withOffice((tx) => tx.credential.delete({ where: { userId: bare.userId } }));
  const attempts = [
    { loginName: user.loginName, password: "not the password" },
    { loginName: randomUUID(), password: testPassword },
    { loginName: disabled.loginName, password: testPassword },
    { loginName: bare.loginName, password: testPassword },
  ];
  for (const attempt of attempts) expect(await authenticate(attempt, context())).toEqual(wrong);
});

test("an unknown name takes as long as a wrong password", async () => {
  const user = await newAccount();
  const fastest = { known: Infinity, unknown: Infinity };
  async function clock(kind: keyof typeof fastest, loginName: string, round: number) {
    const now = minutesLater(round * 20); // past any lock: what is timed is the check of a password
    const began = performance.now();
    expect(await authenticate({ loginName, password: "a guess" }, context({ now }))).toEqual(wrong);
    fastest[kind] = Math.min(fastest[kind], performance.now() - began);
  }
  // In turns, and the fastest of each: a busy machine slows down both alike.
  for (let round = 0; round < 20; round += 1) {
    await clock("known", user.loginName, round);
    await clock("unknown", randomUUID(), round);
  }
  // Without the dummy hash the unknown name is answered several times faster.
  expect(fastest.unknown / fastest.known).toBeGreaterThan(0.6);
  expect(fastest.unknown / fastest.known).toBeLessThan(1.67);
});

test.each(["known", "unknown"])("a %s name locks after five failures, and for longer each time", async (kind) => {
  const loginName = kind === "known" ? (await newAccount()).loginName : randomUUID();
  await fail(loginName, 5);
  const locked = (minutes: number) => ({ ok: false, refusal: { kind: "locked", minutes } });
  const attempt = (now: Date) => authenticate({ loginName, password: testPassword }, context({ now }));
  expect(await attempt(start)).toEqual(locked(1));
  await fail(loginName, 1, minutesLater(1));
  expect(await attempt(minutesLater(1))).toEqual(locked(2));
  expect(await attempt(minutesLater(2.5))).toEqual(locked(1));
  await fail(loginName, 1, minutesLater(3));
  expect(await attempt(minutesLater(3))).toEqual(locked(4));
});

test("guesses at the same moment can't share one count", async () => {
  const { loginName } = await newAccount();
  const guesses = Array.from({ length: 12 }, () => authenticate({ loginName, password: "not it" }, context()));
  const kinds = (await Promise.all(guesses)).map((result) => (result.ok ? "in" : result.refusal.kind));
  expect(kinds.filter((kind) => kind === "wrong")).toHaveLength(5);
  expect(kinds.filter((kind) => kind === "locked")).toHaveLength(7);
});

test("a success forgets the failures before it", async () => {
  const { loginName } = await newAccount();
  await fail(loginName, 4);
  expect(await authenticate({ loginName, password: testPassword }, context())).toMatchObject({ ok: true });
  await fail(loginName, 4);
  expect(await authenticate({ loginName, password: testPassword }, context())).toMatchObject({ ok: true });
});

test("an address that failed too often is refused before any password is checked", async () => {
  const user = await newAccount();
  const addressLimit = createAddressLimit(3);
  const from = (address: string) => context({ address, addressLimit });
  for (let count = 0; count < 3; count += 1) {
    await authenticate({ loginName: randomUUID(), password: "guess" }, from("192.0.2.1"));
  }
  const attempt = { loginName: user.loginName, password: testPassword };
  expect(await authenticate(attempt, from("192.0.2.1"))).toMatchObject({ ok: false, refusal: { kind: "locked" } });
  expect(await authenticate(attempt, from("192.0.2.2"))).toMatchObject({ ok: true });
});
