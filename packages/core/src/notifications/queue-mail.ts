import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { knock } from "./knock.ts";
import { type LinkPurpose, mailSettings } from "./mail-settings.ts";

export type NewMail = { userId: string; address: string; subject: string; text: string; now: Date };

/**
 * Puts a mail in the way out, in the transaction of the change it tells of (the office's: a branch can't).
 * Where this installation sends no mail nothing is kept, and `false` tells the caller to hand the words over otherwise.
 */
export async function queueMail(tx: Tx, { now, ...mail }: NewMail): Promise<boolean> {
  if (!mailSettings()) return false;
  await tx.mail.create({ data: { id: newId(), ...mail, createdAt: now, nextAt: now } });
  await knock(tx, now);
  return true;
}

export type LinkMail = {
  userId: string;
  address: string;
  purpose: LinkPurpose;
  name: string;
  loginName: string;
  /** Path on the console, with the secret in it. */
  path: string;
  expiresAt: Date;
  now: Date;
};

/** The same for a one-time link, in the application's words. */
export async function queueLinkMail(tx: Tx, mail: LinkMail): Promise<boolean> {
  const settings = mailSettings();
  if (!settings) return false;
  const { userId, address, purpose, name, loginName, path, expiresAt, now } = mail;
  const words = settings.words.link(purpose, {
    name,
    loginName,
    url: `${settings.consoleOrigin}${path}`,
    until: expiresAt,
  });
  return queueMail(tx, { userId, address, ...words, now });
}
