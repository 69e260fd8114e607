import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { endSessions } from "../end-sessions.ts";

/**
 * Takes the authenticator and recovery codes of somebody who lost both, and ends their sessions; they sign in with the
 * password alone then and set up another. Nobody resets their own: that would make the second factor no factor.
 */
export async function resetSecondFactor(ctx: OfficeContext, { userId }: { userId: string }): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  if (userId === ctx.actor.userId) throw new AppError("FORBIDDEN", "totp.notOneself");
  const now = ctx.now();
  await withOffice(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: userId }, select: { id: true } });
    if (!person) throw notFound();
    const { count } = await tx.secondFactor.deleteMany({ where: { userId } });
    await tx.recoveryCode.deleteMany({ where: { userId } });
    if (count === 0) throw new AppError("CONFLICT", "totp.none");
    const { ended } = await endSessions(tx, userId, now);
    await auditOffice(tx, ctx, "totp.reset", { type: "user", id: userId }, { sessionsEnded: ended });
  });
}
