import type { Tx } from "@zhibu/db/scope";
import type { LinkPurpose } from "@zhibu/domain/tenancy/one-time-link";
import type { OfficeContext } from "../../kernel/context.ts";
import { queueLinkMail } from "../../notifications/queue-mail.ts";
import { issueLink } from "../one-time-links.ts";

/** What the office hands to a person; the secret in the path is shown this once. */
export type SentLink = {
  purpose: LinkPurpose;
  displayName: string;
  loginName: string;
  /** On the console's host. */
  path: string;
  expiresAt: Date;
  /** Whether it went out by mail as well. */
  mailed: boolean;
};

type Addressee = { userId: string; displayName: string; loginName: string; email: string | null };

/** Makes a one-time link and, where there is an address and this installation sends mail, mails it too. */
export async function sendLink(tx: Tx, ctx: OfficeContext, person: Addressee, purpose: LinkPurpose): Promise<SentLink> {
  const { userId, displayName, loginName, email } = person;
  const now = ctx.now();
  const { path, expiresAt } = await issueLink(tx, { purpose, userId, by: ctx.actor, now });
  const mail = { userId, purpose, name: displayName, loginName, path, expiresAt, now };
  const mailed = email !== null && (await queueLinkMail(tx, { ...mail, address: email }));
  return { purpose, displayName, loginName, path, expiresAt, mailed };
}
