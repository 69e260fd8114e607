import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { DisablePersonInput, PersonRefInput } from "@zhibu/domain/tenancy/people-inputs";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { endSessions } from "../end-sessions.ts";
import { assertOfficeHeld, lockOfficeHolders } from "./office-holders.ts";

async function getPerson(tx: Tx, userId: string) {
  const person = await tx.user.findUnique({ where: { id: userId }, select: { displayName: true, disabledAt: true } });
  if (!person) throw notFound("person.missing");
  return person;
}

/**
 * Shuts an account at once: sessions end, links stop working, signing in is refused. Roles and everything written stay.
 * @throws AppError CONFLICT when it is shut already, or its holder is the last of the office.
 */
export async function disablePerson(ctx: OfficeContext, { userId, reason }: DisablePersonInput): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  if (userId === ctx.actor.userId) throw new AppError("FORBIDDEN", "person.notOneself");
  const now = ctx.now();
  await withOffice(async (tx) => {
    await lockOfficeHolders(tx);
    const { displayName, disabledAt } = await getPerson(tx, userId);
    if (disabledAt) throw new AppError("CONFLICT", "person.disabled", { name: displayName });
    await tx.user.update({ where: { id: userId }, data: { disabledAt: now, version: { increment: 1 } } });
    await assertOfficeHeld(tx, [shanghaiDay(now)]);
    await tx.oneTimeLink.updateMany({ where: { userId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
    const { ended } = await endSessions(tx, userId, now);
    await auditOffice(tx, ctx, "person.disable", { type: "user", id: userId }, { displayName, reason, ended });
  });
}

/** Opens an account again; the password stays what it was. */
export async function enablePerson(ctx: OfficeContext, { userId }: PersonRefInput): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  await withOffice(async (tx) => {
    const { displayName, disabledAt } = await getPerson(tx, userId);
    if (!disabledAt) throw new AppError("CONFLICT", "person.enabled", { name: displayName });
    await tx.user.update({ where: { id: userId }, data: { disabledAt: null, version: { increment: 1 } } });
    await auditOffice(tx, ctx, "person.enable", { type: "user", id: userId }, { displayName });
  });
}
