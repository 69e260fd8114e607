import type { AuditCheck } from "@zhibu/db/generated/client";
import { withOfficeReading } from "@zhibu/db/scope";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import type { CheckResult } from "./run-trail-check.ts";
import { checkSilentMs } from "./start-trail-check.ts";

const anchorsShown = 14;

/** `lost`: its job gave no sign for so long that it will not end. */
export type CheckState = "running" | "done" | "failed" | "lost";

/** The newest verification with what it found, and the newest anchors, for somebody to note down. */
export async function getTrailStanding(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "audit:read");
  const silentSince = new Date(ctx.now().getTime() - checkSilentMs);
  return withOfficeReading(async (tx) => {
    const check = await tx.auditCheck.findFirst({ orderBy: { startedAt: "desc" } });
    // Of an anchor's many chains only how many there are: this is asked for every second while a verification runs.
    const anchors = await tx.$queryRaw<{ day: string; hash: string; chains: number }[]>`
      SELECT day::text, hash, jsonb_array_length(chains) AS chains FROM audit_anchor ORDER BY day DESC LIMIT ${anchorsShown}`;
    return { check: check && standing(check, silentSince), anchors };
  });
}

function standing({ result, state, ...check }: AuditCheck, silentSince: Date) {
  return {
    ...check,
    state: (state === "running" && check.beatAt < silentSince ? "lost" : state) as CheckState, // `state` holds one of the other three.
    result: result as CheckResult | null, // Written by `runTrailCheck`.
  };
}
