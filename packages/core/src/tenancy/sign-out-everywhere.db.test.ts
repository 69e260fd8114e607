import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { ensureCollege } from "@zhibu/db/testing/factories";
import { newPerson, onAnotherDevice, sessionEnd } from "../testing/persons.ts";
import { signOutEverywhere } from "./sign-out-everywhere.ts";

test("ends every session of the person, nobody else's, and leaves a trace", async () => {
  await ensureCollege();
  const [person, other] = await Promise.all([newPerson(), newPerson()]);
  const phone = await onAnotherDevice(person);
  expect(await signOutEverywhere(person)).toEqual({ ended: 2 });
  for (const { actor } of [person, phone]) expect(await sessionEnd(actor.sessionId)).toBeInstanceOf(Date);
  expect(await sessionEnd(other.actor.sessionId)).toBeNull();
  const entries = await withOffice((tx) => tx.auditEntry.findMany({ where: { subjectId: person.actor.userId } }));
  expect(entries).toMatchObject([{ action: "session.endAll", changes: { ended: 2 } }]);
});
