import { beforeAll, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege, newUser } from "@zhibu/db/testing/factories";
import { newPerson } from "../testing/persons.ts";
import { findCampusPerson } from "./find-campus-person.ts";

const now = new Date("2026-11-23T02:00:00Z");
const issuer = "https://id.example.edu.cn";

beforeAll(ensureCollege);

const linksOf = (userId: string) => withOffice((tx) => tx.externalIdentity.findMany({ where: { userId } }));

test("the first time the login name decides, from then on the identity alone", async () => {
  const { actor } = await newPerson();
  const { userId } = actor;
  const subject = crypto.randomUUID();
  const first = await findCampusPerson({ issuer, subject, loginName: ` ${actor.loginName.toUpperCase()} ` }, now);
  expect(first).toMatchObject({ userId, needsCode: false, passwordSetAt: expect.any(Number) as number });
  expect(await linksOf(userId)).toMatchObject([{ issuer, subject, createdAt: now }]);
  for (const loginName of ["renamed", null]) {
    expect(await findCampusPerson({ issuer, subject, loginName }, now)).toMatchObject({ userId });
  }
  const entries = await withOffice((tx) => tx.auditEntry.findMany({ where: { subjectId: userId } }));
  expect(entries).toMatchObject([{ action: "identity.link", changes: { issuer, subject } }]);
});

test("a stranger, a disabled person, and whoever gets a name that is taken are nobody, and nothing is made", async () => {
  const strange = crypto.randomUUID();
  for (const name of ["nobody.of.that.name", null]) {
    expect(await findCampusPerson({ issuer, subject: strange, loginName: name }, now)).toBeNull();
  }
  expect(await withOffice((tx) => tx.user.count({ where: { loginName: "nobody.of.that.name" } }))).toBe(0);
  expect(await withOffice((tx) => tx.externalIdentity.count({ where: { subject: strange } }))).toBe(0);

  const { userId, loginName } = await newUser();
  const subject = crypto.randomUUID();
  expect(await findCampusPerson({ issuer, subject, loginName }, now)).toMatchObject({ userId, passwordSetAt: null });
  expect(await findCampusPerson({ issuer, subject: crypto.randomUUID(), loginName }, now)).toBeNull();
  await withOffice((tx) => tx.user.update({ where: { id: userId }, data: { disabledAt: now } }));
  expect(await findCampusPerson({ issuer, subject, loginName }, now)).toBeNull();
  expect(await linksOf(userId)).toHaveLength(1);
});

test("a disabled person is not matched by name either", async () => {
  const { userId, loginName } = await newUser();
  await withOffice((tx) => tx.user.update({ where: { id: userId }, data: { disabledAt: now } }));
  expect(await findCampusPerson({ issuer, subject: crypto.randomUUID(), loginName }, now)).toBeNull();
  expect(await linksOf(userId)).toEqual([]);
});
