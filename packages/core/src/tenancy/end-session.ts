import { withOffice } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import type { EndSessionInput } from "@zhibu/domain/tenancy/account-inputs";
import { auditCollege } from "../audit/audit-college.ts";
import type { PersonContext } from "./person-context.ts";

/**
 * Signs one of the person's own devices out, at its next request.
 * @throws AppError NOT_FOUND for a session that has ended, or is somebody else's
 */
export async function endSession(ctx: PersonContext, { sessionId }: EndSessionInput): Promise<void> {
  const { userId } = ctx.actor;
  const at = ctx.now();
  await withOffice(async (tx) => {
    const { count } = await tx.userSession.updateMany({
      where: { id: sessionId, userId, endedAt: null },
      data: { endedAt: at },
    });
    if (count !== 1) throw notFound("session.gone");
    const deed = { actor: ctx.actor, at, action: "session.end", changes: { sessionId } };
    await auditCollege(tx, { type: "user", id: userId }, deed);
  });
}
