import { hash } from "@node-rs/argon2";
import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { newUser, type TestUser } from "@zhibu/db/testing/factories";
import { passwordHashCost } from "@zhibu/domain/tenancy/passwords";
import type { SessionMethod } from "@zhibu/domain/tenancy/session";
import type { SessionClaim } from "../load-actor.ts";

export const testPassword = "correct horse battery";

/** A person who can sign in with `testPassword`. */
export async function newAccount(credential: { mustChangePassword?: boolean } = {}): Promise<TestUser> {
  const user = await newUser();
  const passwordHash = await hash(testPassword, passwordHashCost);
  await withOffice((tx) =>
    tx.credential.create({ data: { userId: user.userId, passwordHash, mustChangePassword: false, ...credential } }),
  );
  return user;
}

/** A session of the person, as a sign-in at `createdAt` would have opened it. */
export async function newSession(
  user: Pick<TestUser, "userId">,
  createdAt = new Date(),
  method: SessionMethod = "password",
): Promise<SessionClaim> {
  const { userId } = user;
  const id = newId();
  await withOffice((tx) => tx.userSession.create({ data: { id, userId, method, createdAt, lastSeenAt: createdAt } }));
  return { userId, sessionId: id };
}
