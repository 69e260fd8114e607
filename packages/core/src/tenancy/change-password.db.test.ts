import { beforeAll, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege } from "@zhibu/db/testing/factories";
import { credentialOf, newPerson, onAnotherDevice, sessionEnd, testPassword } from "../testing/persons.ts";
import { changePassword } from "./change-password.ts";
import { matchesHash } from "./password-hash.ts";

const newPassword = "an even longer secret";
const change = { currentPassword: testPassword, newPassword };

beforeAll(ensureCollege);

test("the new password counts, the old one does not; this session goes on under another id, the others end", async () => {
  const now = new Date();
  const person = await newPerson({}, () => now);
  const phone = await onAnotherDevice(person);
  const { sessionId } = await changePassword(person, change);
  expect(sessionId).not.toBe(person.actor.sessionId);
  expect(await sessionEnd(sessionId ?? "")).toBeNull();
  // What was under way with the old cookie is still answered.
  expect(await sessionEnd(person.actor.sessionId)).toEqual(new Date(now.getTime() + 10_000));
  expect(await sessionEnd(phone.actor.sessionId)).toEqual(now);
  const credential = await credentialOf(person);
  expect(credential.mustChangePassword).toBe(false);
  expect(await matchesHash(credential.passwordHash, newPassword)).toBe(true);
  expect(await matchesHash(credential.passwordHash, testPassword)).toBe(false);
});

test("it is written into the college's trail, without a word of the passwords", async () => {
  const person = await newPerson();
  await changePassword(person, change);
  const [entry] = await withOffice((tx) => tx.auditEntry.findMany({ where: { subjectId: person.actor.userId } }));
  expect(entry).toMatchObject({ action: "password.change", actorId: person.actor.userId, changes: {} });
});

test("a wrong current password changes nothing", async () => {
  const person = await newPerson();
  const attempt = changePassword(person, { ...change, currentPassword: "a guess" });
  await expect(attempt).rejects.toMatchObject({ code: "INVALID", reason: "password.currentWrong" });
  expect(await credentialOf(person)).toMatchObject({ mustChangePassword: true });
  expect(await sessionEnd(person.actor.sessionId)).toBeNull();
});

test.each([
  ["short", "password.tooShort"],
  ["1234567890", "password.tooCommon"],
  [testPassword, "password.unchanged"],
])("%s is refused as a new password", async (weak, reason) => {
  const person = await newPerson();
  await expect(changePassword(person, { ...change, newPassword: weak })).rejects.toMatchObject({
    code: "INVALID",
    reason,
  });
});

test("whoever guesses the current password is stopped", async () => {
  const person = await newPerson();
  const guess = () => changePassword(person, { ...change, currentPassword: "a guess" });
  for (let count = 0; count < 10; count += 1) await expect(guess()).rejects.toMatchObject({ code: "INVALID" });
  await expect(guess()).rejects.toMatchObject({ code: "RATE_LIMITED" });
  await expect(changePassword(person, change)).rejects.toMatchObject({ code: "RATE_LIMITED" });
});

test("of two changes at the same moment one wins", async () => {
  const person = await newPerson();
  const results = await Promise.allSettled([
    changePassword(person, change),
    changePassword(person, { ...change, newPassword: "yet another secret" }),
  ]);
  const lost = results.filter((result) => result.status === "rejected");
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({ code: "CONFLICT" });
});
