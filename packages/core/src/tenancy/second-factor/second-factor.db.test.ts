import { Secret, TOTP } from "otpauth";
import { beforeAll, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege } from "@zhibu/db/testing/factories";
import type { OfficeContext } from "../../kernel/context.ts";
import { provideTestDataKeys } from "../../testing/data-keys.ts";
import { newPerson, onAnotherDevice, sessionEnd, testPassword } from "../../testing/persons.ts";
import { getMySecurity } from "../get-my-security.ts";
import type { PersonContext } from "../person-context.ts";
import { removeTotp, renewRecoveryCodes } from "./change-second-factor.ts";
import { checkSecondFactor } from "./check-second-factor.ts";
import { resetSecondFactor } from "./reset-second-factor.ts";
import { confirmTotp, startTotp } from "./set-up-totp.ts";

const start = new Date("2026-11-23T02:00:00Z");
const secondsLater = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const password = testPassword;

provideTestDataKeys();
beforeAll(ensureCollege);

/** What an authenticator app shows at an instant. */
function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

const at = (person: PersonContext, instant: Date): PersonContext => ({ ...person, now: () => instant });

/** Somebody who has set up an authenticator at `start`. */
async function guarded() {
  const before = await newPerson({}, () => start);
  const { secret, uri } = await startTotp(before, { password });
  const { recoveryCodes, sessionId } = await confirmTotp(before, { code: codeAt(secret, start) });
  const person: PersonContext = { ...before, actor: { ...before.actor, sessionId: sessionId ?? "" } };
  const { userId } = person.actor;
  const check = (code: string, instant: Date) => checkSecondFactor(userId, code, instant);
  return { before, person, userId, secret, uri, recoveryCodes, check };
}

const trailOf = (subjectId: string) =>
  withOffice((tx) => tx.auditEntry.findMany({ where: { subjectId }, orderBy: { seq: "asc" } }));

test("an authenticator counts from its first code on; other devices are signed out, this one goes on", async () => {
  const person = await newPerson({}, () => start);
  const phone = await onAnotherDevice(person);
  const { userId } = person.actor;
  const { secret } = await startTotp(person, { password });
  expect(await checkSecondFactor(userId, codeAt(secret, start), start)).toBe(false);
  expect(await getMySecurity(person)).toMatchObject({ totpSince: null });
  const { recoveryCodes, sessionId } = await confirmTotp(person, { code: ` ${codeAt(secret, start)} ` });
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/u);
  expect(await sessionEnd(sessionId ?? "")).toBeNull();
  expect(await sessionEnd(phone.actor.sessionId)).toBeInstanceOf(Date);
  expect(await getMySecurity(person)).toMatchObject({ totpSince: start, recoveryCodes: { left: 10, of: 10 } });
});

test("the address for the QR code names college, person and secret, as authenticators read it", async () => {
  const { uri, secret, person } = await guarded();
  const url = new URL(uri);
  expect(url.protocol).toBe("otpauth:");
  expect(decodeURIComponent(url.pathname)).toContain(`测试学院:${person.actor.loginName}`);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({ secret, digits: "6", period: "30", algorithm: "SHA1" });
});

test("a code is good once, one step early or late, and never before the last used one", async () => {
  const { secret, check } = await guarded();
  expect(await check(codeAt(secret, start), start), "used to confirm").toBe(false);
  const next = codeAt(secret, secondsLater(30));
  expect(await check(next, secondsLater(0)), "one step early").toBe(true);
  expect(await check(next, secondsLater(30))).toBe(false);
  expect(await check(codeAt(secret, secondsLater(60)), secondsLater(95)), "one step late").toBe(true);
  expect(await check(codeAt(secret, secondsLater(30)), secondsLater(60)), "older than the last").toBe(false);
  expect(await check(codeAt(secret, secondsLater(120)), secondsLater(200)), "two steps late").toBe(false);
  expect(await check("not a code", secondsLater(300))).toBe(false);
});

test("of eight people with the same code one is let in", async () => {
  const { secret, check, recoveryCodes } = await guarded();
  const [recovery = ""] = recoveryCodes;
  for (const code of [codeAt(secret, secondsLater(30)), recovery]) {
    const results = await Promise.all(Array.from({ length: 8 }, () => check(code, secondsLater(30))));
    expect(results.filter(Boolean)).toHaveLength(1);
  }
});

test("a recovery code stands in for the authenticator once, however it is typed", async () => {
  const { person, recoveryCodes, check } = await guarded();
  const [first = "", second = ""] = recoveryCodes;
  expect(await check(first.toUpperCase().replaceAll("-", " "), start)).toBe(true);
  expect(await check(first, start)).toBe(false);
  expect(await getMySecurity(person)).toMatchObject({ recoveryCodes: { left: 9, of: 10 } });
  const stranger = await guarded();
  expect(await stranger.check(second, start)).toBe(false);
});

test("what is kept gives neither secret nor codes away", async () => {
  const { userId, secret, recoveryCodes } = await guarded();
  const kept = await withOffice(async (tx) => [
    await tx.secondFactor.findUniqueOrThrow({ where: { userId }, omit: { lastStep: true } }),
    await tx.recoveryCode.findMany({ where: { userId } }),
    await trailOf(userId),
  ]);
  const text = JSON.stringify(kept);
  for (const word of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))]) {
    expect(text).not.toContain(word);
  }
});

test("setting up needs the password, a good code, and no authenticator there already", async () => {
  const person = await newPerson({}, () => start);
  await expect(startTotp(person, { password: "a guess" })).rejects.toMatchObject({ reason: "password.currentWrong" });
  await expect(confirmTotp(person, { code: "123456" })).rejects.toMatchObject({ reason: "totp.notStarted" });
  const { secret: first } = await startTotp(person, { password });
  const { secret } = await startTotp(person, { password });
  await expect(confirmTotp(person, { code: codeAt(first, start) })).rejects.toMatchObject({ reason: "totp.wrongCode" });
  await confirmTotp(person, { code: codeAt(secret, start) });
  await expect(startTotp(person, { password })).rejects.toMatchObject({ code: "CONFLICT", reason: "totp.already" });
  await expect(confirmTotp(person, { code: codeAt(secret, secondsLater(30)) })).rejects.toMatchObject({
    reason: "totp.already",
  });
});

test("whoever guesses at codes in an open session is stopped", async () => {
  const person = await newPerson({}, () => start);
  const { secret } = await startTotp(person, { password });
  const wrong = codeAt(secret, secondsLater(3_600));
  for (let count = 0; count < 10; count += 1) {
    await expect(confirmTotp(person, { code: wrong })).rejects.toMatchObject({ reason: "totp.wrongCode" });
  }
  const right = confirmTotp(person, { code: codeAt(secret, start) });
  await expect(right).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("it is removed, and its recovery codes replaced, by password and code together", async () => {
  const { person, userId, secret, recoveryCodes, check } = await guarded();
  const later = at(person, secondsLater(60));
  const code = codeAt(secret, secondsLater(60));
  const wrongs = [
    [{ password: "a guess", code }, "password.currentWrong"],
    [{ password, code: "000000" }, "totp.wrongCode"],
  ] as const;
  for (const [input, reason] of wrongs) {
    await expect(removeTotp(later, input)).rejects.toMatchObject({ code: "INVALID", reason });
  }
  const { recoveryCodes: renewed } = await renewRecoveryCodes(later, { password, code });
  expect(await check(recoveryCodes[0] ?? "", start)).toBe(false);
  await removeTotp(later, { password, code: renewed[0] ?? "" });
  expect(await getMySecurity(person)).toMatchObject({ totpSince: null, recoveryCodes: { left: 0 } });
  const actions = (await trailOf(userId)).map(({ action }) => action);
  expect(actions).toEqual(["totp.setUp", "totp.renewRecoveryCodes", "totp.remove"]);
});

test("the office resets somebody else's, never its own, and their sessions end", async () => {
  const { person, userId, check, recoveryCodes } = await guarded();
  const clerk = await guarded();
  const office: OfficeContext = { actor: { ...clerk.person.actor, roles: ["office"] }, now: () => start };
  const auditor: OfficeContext = { ...office, actor: { ...office.actor, roles: ["auditor"] } };
  await expect(resetSecondFactor(auditor, { userId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(resetSecondFactor(office, { userId: clerk.userId })).rejects.toMatchObject({
    reason: "totp.notOneself",
  });
  await expect(resetSecondFactor(office, { userId: crypto.randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await resetSecondFactor(office, { userId });
  expect(await sessionEnd(person.actor.sessionId)).toBeInstanceOf(Date);
  expect(await check(recoveryCodes[0] ?? "", start)).toBe(false);
  expect((await trailOf(userId)).at(-1)).toMatchObject({ action: "totp.reset", actorId: clerk.userId });
  await expect(resetSecondFactor(office, { userId })).rejects.toMatchObject({ reason: "totp.none" });
});
