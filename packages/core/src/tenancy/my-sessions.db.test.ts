import { beforeAll, expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege } from "@zhibu/db/testing/factories";
import { newPerson, onAnotherDevice, sessionEnd } from "../testing/persons.ts";
import { endSession } from "./end-session.ts";
import { listMySessions } from "./list-my-sessions.ts";

beforeAll(ensureCollege);

test("the list shows the open devices of one person, the present one first", async () => {
  const person = await newPerson();
  const phone = await onAnotherDevice(person);
  const old = await onAnotherDevice(person);
  await newPerson();
  const longAgo = new Date(Date.now() - 13 * 3_600_000);
  await withOffice((tx) => tx.userSession.update({ where: { id: old.actor.sessionId }, data: { createdAt: longAgo } }));
  await withOffice((tx) =>
    tx.userSession.update({
      where: { id: phone.actor.sessionId },
      data: { address: "10.1.2.3", agent: "Android · 微信", method: "oidc" },
    }),
  );
  expect(await listMySessions(person)).toMatchObject([
    { id: person.actor.sessionId, current: true, viaCampus: false },
    { id: phone.actor.sessionId, current: false, viaCampus: true, address: "10.1.2.3", agent: "Android · 微信" },
  ]);
});

test("a device is signed out once, and nobody signs out somebody else's", async () => {
  const person = await newPerson();
  const phone = await onAnotherDevice(person);
  const { sessionId } = phone.actor;
  const gone = { code: "NOT_FOUND", reason: "session.gone" };
  await expect(endSession(await newPerson(), { sessionId })).rejects.toMatchObject(gone);
  expect(await sessionEnd(sessionId)).toBeNull();
  await endSession(person, { sessionId });
  expect(await sessionEnd(sessionId)).toBeInstanceOf(Date);
  expect(await sessionEnd(person.actor.sessionId)).toBeNull();
  await expect(endSession(person, { sessionId })).rejects.toMatchObject(gone);
  const entries = await withOffice((tx) => tx.auditEntry.findMany({ where: { subjectId: person.actor.userId } }));
  expect(entries).toMatchObject([{ action: "session.end", changes: { sessionId } }]);
});
