import { withTenant } from "@zhibu/db/scope";
import type { CollegeBaseline } from "@zhibu/domain/baseline/college-baseline";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { readBaseline } from "./college-baseline.ts";

/** The college's facts and terms for whoever writes or reads texts in a branch: the editor checks by them as the server does. */
export async function getBaseline(ctx: BranchContext): Promise<CollegeBaseline> {
  assertCan(ctx.actor.roles, "article:read");
  return withTenant(ctx.tenantId, (tx) => readBaseline(tx, ctx.now()));
}
