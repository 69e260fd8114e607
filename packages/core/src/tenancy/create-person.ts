import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { UserId } from "@zhibu/domain/kernel/ids";
import { lockPeople, suggestLoginName } from "./suggest-login-name.ts";

export type NewPerson = {
  /** Made of the name's pinyin where absent. */
  loginName?: string | undefined;
  displayName: string;
  email?: string | undefined;
};

/**
 * Adds a person who can't sign in yet, in the caller's office transaction: a one-time link lets them choose a password.
 * @throws AppError CONFLICT when the login name or the e-mail address is somebody else's.
 */
export async function createPerson(tx: Tx, person: NewPerson): Promise<{ userId: UserId; loginName: string }> {
  const { displayName } = person;
  const email = person.email?.toLowerCase() || null;
  await lockPeople(tx);
  if (person.loginName !== undefined) await assertFreeLoginName(tx, person.loginName);
  if (email !== null) await assertFreeEmail(tx, email);
  const loginName = person.loginName ?? (await suggestLoginName(tx, displayName));
  const id = newId();
  await tx.user.create({ data: { id, loginName, displayName, email } });
  // The row was made just now.
  return { userId: id as UserId, loginName };
}

async function assertFreeLoginName(tx: Tx, loginName: string): Promise<void> {
  const holder = await tx.user.findUnique({ where: { loginName }, select: { id: true } });
  if (holder) throw new AppError("CONFLICT", "person.loginNameTaken", { loginName });
}

/** Links and notices go to the address, so no two people share one; addresses are kept in lower case. */
export async function assertFreeEmail(tx: Tx, email: string, exceptUserId?: string): Promise<void> {
  const holder = await tx.user.findFirst({
    where: { email, ...(exceptUserId === undefined ? {} : { id: { not: exceptUserId } }) },
    select: { id: true },
  });
  if (holder) throw new AppError("CONFLICT", "person.emailTaken");
}
