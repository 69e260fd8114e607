import { withOffice } from "@zhibu/db/scope";
import { auditCollege } from "../audit/audit-college.ts";
import { endSessions } from "./end-sessions.ts";
import type { PersonContext } from "./person-context.ts";

/** Ends every session of the person on every device, the present one included. */
export async function signOutEverywhere(ctx: PersonContext): Promise<{ ended: number }> {
  const { userId } = ctx.actor;
  const at = ctx.now();
  return withOffice(async (tx) => {
    const { ended } = await endSessions(tx, userId, at);
    const deed = { actor: ctx.actor, at, action: "session.endAll", changes: { ended } };
    await auditCollege(tx, { type: "user", id: userId }, deed);
    return { ended };
  });
}
