import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { PersonRefInput } from "@zhibu/domain/tenancy/people-inputs";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { sendLink, type SentLink } from "./send-link.ts";

/**
 * Gives a person a link to choose a password by: an invitation to who never had one, a reset to everybody else.
 * The old password works until the link is used. Nobody resets their own: that is what changing it is for.
 */
export async function resetPassword(ctx: OfficeContext, { userId }: PersonRefInput): Promise<SentLink> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  if (userId === ctx.actor.userId) throw new AppError("FORBIDDEN", "person.notOneself");
  return withOffice(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: userId }, include: { credential: true } });
    if (!person) throw notFound("person.missing");
    const { displayName, loginName, email, disabledAt, credential } = person;
    if (disabledAt) throw new AppError("CONFLICT", "person.disabled", { name: displayName });
    const purpose = credential ? "reset" : "invite";
    const link = await sendLink(tx, ctx, { userId, displayName, loginName, email }, purpose);
    await auditOffice(tx, ctx, "link.issue", { type: "user", id: userId }, { purpose, displayName });
    return link;
  });
}
