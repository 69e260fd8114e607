import { createHash, randomBytes } from "node:crypto";
import { newId } from "@zhibu/db/new-id";
import { type Tx, withOffice } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { linkExpiry, type LinkPurpose, type RedeemLinkInput } from "@zhibu/domain/tenancy/one-time-link";
import { assertPasswordStrength } from "@zhibu/domain/tenancy/passwords";
import { auditCollege } from "../audit/audit-college.ts";
import { notify } from "../notifications/notify.ts";
import { endSessions } from "./end-sessions.ts";
import { hashPassword } from "./password-hash.ts";

type LinkOrder = {
  purpose: LinkPurpose;
  userId: string;
  by: { userId: string; displayName: string };
  now: Date;
};

/** The secret itself is shown once and never kept: whoever reads the table can't use what is in it. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes a link that lets one person choose a password once, in the caller's office transaction; links of theirs that
 * were not used yet stop working. `path` is on the console's host. The caller audits the deed it is part of.
 */
export async function issueLink(tx: Tx, order: LinkOrder): Promise<{ token: string; path: string; expiresAt: Date }> {
  const { purpose, userId, by, now } = order;
  await tx.oneTimeLink.updateMany({ where: { userId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = linkExpiry(purpose, now);
  const row = { id: newId(), tokenHash: hashOf(token), purpose, userId, createdAt: now, expiresAt };
  await tx.oneTimeLink.create({ data: { ...row, createdById: by.userId, createdByName: by.displayName } });
  return { token, path: `/welcome/${token}`, expiresAt };
}

export type OpenLink = {
  purpose: LinkPurpose;
  loginName: string;
  displayName: string;
  invitedBy: string;
  expiresAt: Date;
};

/** The link's row and person while it works. Looked up by hash, so that no comparison can leak the secret by its time. */
async function workingLink(tx: Tx, token: string, now: Date) {
  const link = await tx.oneTimeLink.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!link || link.usedAt || link.revokedAt || link.expiresAt <= now) return null;
  const user = await tx.user.findUnique({ where: { id: link.userId } });
  return user && !user.disabledAt ? { link, user } : null;
}

/** @throws AppError NOT_FOUND, the same for every way in which a link can be none. */
const linkGone = () => notFound("link.gone");

/** What the page behind a link tells whoever opens it. @throws AppError NOT_FOUND as `redeemLink` does */
export async function getLink(token: string, now: Date): Promise<OpenLink> {
  const found = await withOffice((tx) => workingLink(tx, token, now));
  if (!found) throw linkGone();
  const { link, user } = found;
  const { loginName, displayName } = user;
  return { purpose: link.purpose, loginName, displayName, invitedBy: link.createdByName, expiresAt: link.expiresAt };
}

/**
 * Sets the person's password by their link and ends the sessions they had.
 * @throws AppError NOT_FOUND for a link that does not work (any more); INVALID for a weak password, which uses up nothing.
 */
export async function redeemLink(input: RedeemLinkInput, now: Date): Promise<{ loginName: string }> {
  const found = await withOffice((tx) => workingLink(tx, input.token, now));
  if (!found) throw linkGone();
  const { link, user } = found;
  assertPasswordStrength(input.newPassword, user.loginName);
  const passwordHash = await hashPassword(input.newPassword);

  return withOffice(async (tx) => {
    // Of two at the same moment one finds the row used: the write is the check.
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count !== 1) throw linkGone();
    await endSessions(tx, user.id, now);
    const change = { passwordHash, mustChangePassword: false, changedAt: now };
    await tx.credential.upsert({
      where: { userId: user.id },
      create: { userId: user.id, ...change },
      update: change,
    });
    if (link.purpose === "invite") await tellInviter(tx, link, user, now);
    const action = link.purpose === "invite" ? "person.accept" : "password.reset";
    const changes = { issuedBy: link.createdByName, issuedAt: link.createdAt.toISOString() };
    const actor = { userId: user.id, displayName: user.displayName };
    await auditCollege(tx, { type: "user", id: user.id }, { actor, at: now, action, changes });
    return { loginName: user.loginName };
  });
}

/** Who invited somebody hears that they have come. */
function tellInviter(
  tx: Tx,
  link: { id: string; createdById: string },
  user: { id: string; displayName: string },
  now: Date,
): Promise<void> {
  return notify(tx, {
    branchId: null,
    userIds: [link.createdById],
    by: user.id,
    kind: "person.joined",
    params: { person: user.displayName },
    path: `/office/people/${user.id}`,
    occasion: `person.joined:${link.id}`,
    now,
  });
}
