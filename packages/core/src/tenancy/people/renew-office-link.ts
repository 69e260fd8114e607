import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { LinkPurpose } from "@zhibu/domain/tenancy/one-time-link";
import { auditCollege } from "../../audit/audit-college.ts";
import { dateOf } from "../../kernel/day-of.ts";
import { issueLink } from "../one-time-links.ts";
import type { OperatorContext } from "../operator-context.ts";

/** A link for a person of the office, made at the server's command line; the secret in the path is shown this once. */
export type OfficeLink = {
  purpose: LinkPurpose;
  loginName: string;
  displayName: string;
  /** On the console's host. */
  path: string;
  expiresAt: Date;
};

/**
 * Gives a person of the office a new link to choose a password by: the way back in where nobody in the console can help.
 * The old password works until the link is used; links they had stop working.
 * @throws AppError NOT_FOUND without such a person · CONFLICT for who is disabled or not of the office today.
 */
export async function renewOfficeLink(ctx: OperatorContext, input: { loginName: string }): Promise<OfficeLink> {
  const { loginName } = input;
  const now = ctx.now();
  const today = dateOf(shanghaiDay(now));
  return withOffice(async (tx) => {
    const person = await tx.user.findUnique({ where: { loginName }, include: { credential: true } });
    if (!person) throw notFound("college.nobody");
    const { id: userId, displayName, disabledAt, credential } = person;
    if (disabledAt) throw new AppError("CONFLICT", "person.disabled", { name: displayName });
    const terms = await tx.collegeRole.count({
      where: { userId, role: "office", startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
    });
    if (terms === 0) throw new AppError("CONFLICT", "college.notOfTheOffice", { name: displayName });
    const purpose = credential ? "reset" : "invite";
    const by = { userId, displayName: ctx.operator };
    const { path, expiresAt } = await issueLink(tx, { purpose, userId, by, now });
    const deed = { actor: { userId: null, displayName: ctx.operator }, at: now, action: "link.issue" };
    await auditCollege(tx, { type: "user", id: userId }, { ...deed, changes: { purpose, displayName } });
    return { purpose, loginName, displayName, path, expiresAt };
  });
}
