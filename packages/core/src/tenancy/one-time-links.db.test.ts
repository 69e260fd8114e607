import { beforeAll, expect, test } from "vitest";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser } from "@zhibu/db/testing/factories";
import type { LinkPurpose } from "@zhibu/domain/tenancy/one-time-link";
import { credentialOf, newPerson, testPassword } from "../testing/persons.ts";
import { getLink, issueLink, redeemLink } from "./one-time-links.ts";
import { matchesHash } from "./password-hash.ts";

const now = new Date("2026-11-23T02:00:00Z");
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const newPassword = "an even longer secret";
const by = { userId: newId(), displayName: "党务办公室" };

beforeAll(ensureCollege);

function linkFor(userId: string, purpose: LinkPurpose = "invite") {
  return withOffice((tx) => issueLink(tx, { purpose, userId, by, now }));
}

const gone = { code: "NOT_FOUND", reason: "link.gone", params: {} };

async function expectGone(token: string, at = now) {
  await expect(getLink(token, at)).rejects.toMatchObject(gone);
  await expect(redeemLink({ token, newPassword }, at)).rejects.toMatchObject(gone);
}

test("the invited person learns who invited them, chooses a password and has a credential", async () => {
  const user = await newUser("王小明");
  const { token, path, expiresAt } = await linkFor(user.userId);
  expect(path).toBe(`/welcome/${token}`);
  expect(expiresAt).toEqual(hoursLater(7 * 24));
  const { loginName, displayName } = user;
  const words = { purpose: "invite", loginName, displayName, invitedBy: "党务办公室", expiresAt };
  expect(await getLink(token, now)).toEqual(words);
  expect(await redeemLink({ token, newPassword }, now)).toEqual({ loginName });
  const credential = await withOffice((tx) => tx.credential.findUniqueOrThrow({ where: { userId: user.userId } }));
  expect(credential.mustChangePassword).toBe(false);
  expect(await matchesHash(credential.passwordHash, newPassword)).toBe(true);
  const where = { userId: by.userId, path: `/office/people/${user.userId}` };
  const told = await withOffice((tx) => tx.notification.findMany({ where }));
  expect(told).toMatchObject([{ kind: "person.joined", params: { person: displayName } }]);
});

test("a reset replaces the password and ends the sessions there were", async () => {
  const person = await newPerson();
  const { userId } = person.actor;
  const session = { id: newId(), userId, method: "password", createdAt: now };
  await withOffice((tx) => tx.userSession.create({ data: session }));
  const { token, expiresAt } = await linkFor(userId, "reset");
  expect(expiresAt).toEqual(hoursLater(24));
  await redeemLink({ token, newPassword }, now);
  const credential = await credentialOf(person);
  expect(await matchesHash(credential.passwordHash, newPassword)).toBe(true);
  expect(await matchesHash(credential.passwordHash, testPassword)).toBe(false);
  const row = await withOffice((tx) => tx.userSession.findUniqueOrThrow({ where: { id: session.id } }));
  expect(row.endedAt).toEqual(now);
});

test("unknown, used, expired, revoked and a disabled person's: one answer", async () => {
  await expectGone("");
  await expectGone("A".repeat(43));

  const used = await linkFor((await newUser()).userId);
  await redeemLink({ token: used.token, newPassword }, now);
  await expectGone(used.token);

  const expired = await linkFor((await newUser()).userId);
  await expectGone(expired.token, expired.expiresAt);

  const { userId } = await newUser();
  const revoked = await linkFor(userId);
  const newer = await linkFor(userId);
  await expectGone(revoked.token);
  expect(await getLink(newer.token, now)).toMatchObject({ purpose: "invite" });

  await withOffice((tx) => tx.user.update({ where: { id: userId }, data: { disabledAt: now } }));
  await expectGone(newer.token);
});

test("of eight redeemings at the same moment one counts", async () => {
  const { token } = await linkFor((await newUser()).userId);
  const attempts = Array.from({ length: 8 }, () => redeemLink({ token, newPassword }, now));
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const losers = results.filter((result) => result.status === "rejected").map(({ reason }): unknown => reason);
  expect(losers).toHaveLength(7);
  for (const loser of losers) expect(loser).toMatchObject(gone);
});

test("a weak password is refused with its reason and uses up nothing", async () => {
  const { token } = await linkFor((await newUser()).userId);
  const weak = redeemLink({ token, newPassword: "1234567890" }, now);
  await expect(weak).rejects.toMatchObject({ code: "INVALID", reason: "password.tooCommon" });
  await redeemLink({ token, newPassword }, now);
});

test("neither the table nor the trail holds the secret", async () => {
  const { userId } = await newUser("李华");
  const { token } = await linkFor(userId);
  await redeemLink({ token, newPassword }, now);
  const kept = await withOffice(async (tx) => [
    await tx.oneTimeLink.findMany({ where: { userId } }),
    await tx.auditEntry.findMany({ where: { subjectId: userId } }),
  ]);
  expect(kept[1]).toMatchObject([{ action: "person.accept", actorName: "李华", changes: { issuedBy: "党务办公室" } }]);
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${token}|${newPassword}`, "u"));
});
