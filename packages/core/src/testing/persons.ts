import { newId } from "@zhibu/db/new-id";
import { type Tx, withOffice } from "@zhibu/db/scope";
import { newUser } from "@zhibu/db/testing/factories";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import { hashPassword } from "../tenancy/password-hash.ts";
import type { PersonContext } from "../tenancy/person-context.ts";

export const testPassword = "correct horse battery";

/** A person who can sign in with `testPassword`, as the session gate would hand them to a use case. */
export async function newPerson(
  change: Partial<Actor> = {},
  now: () => Date = () => new Date(),
): Promise<PersonContext> {
  const user = await newUser();
  const { userId } = user;
  const passwordHash = await hashPassword(testPassword);
  const sessionId = await withOffice(async (tx) => {
    await tx.credential.create({ data: { userId, passwordHash, mustChangePassword: true } });
    return addSession(tx, userId, now());
  });
  return {
    actor: {
      ...user,
      mustChangePassword: true,
      mustSetUpTotp: false,
      sessionId,
      branches: [],
      collegeRoles: [],
      ...change,
    },
    now,
  };
}

async function addSession(tx: Tx, userId: string, at: Date): Promise<string> {
  const id = newId();
  await tx.userSession.create({ data: { id, userId, method: "password", createdAt: at, lastSeenAt: at } });
  return id;
}

/** The same person on another device. */
export async function onAnotherDevice(person: PersonContext): Promise<PersonContext> {
  const { actor, now } = person;
  const sessionId = await withOffice((tx) => addSession(tx, actor.userId, now()));
  return { actor: { ...actor, sessionId }, now };
}

/** When a session ended or will; `null` while it is open. */
export async function sessionEnd(sessionId: string): Promise<Date | null> {
  const row = await withOffice((tx) => tx.userSession.findUniqueOrThrow({ where: { id: sessionId } }));
  return row.endedAt;
}

/** What sign-in would find of the person. */
export async function credentialOf(ctx: PersonContext) {
  return withOffice((tx) => tx.credential.findUniqueOrThrow({ where: { userId: ctx.actor.userId } }));
}
