import { withOffice, type Tx } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { AppointPersonInput, PostFields } from "@zhibu/domain/tenancy/people-inputs";
import type { OfficeContext } from "../../kernel/context.ts";
import { notify } from "../../notifications/notify.ts";
import { appointInBranch, appointInCollege } from "../appoint.ts";

/** Gives a person one more role, and tells them. */
export async function appointPerson(ctx: OfficeContext, { userId, ...post }: AppointPersonInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  return withOffice((tx) => takeUpPost(tx, ctx, userId, post));
}

/** The same in the caller's office transaction. */
export async function takeUpPost(tx: Tx, ctx: OfficeContext, userId: string, { place, startsOn, endsOn }: PostFields) {
  const { tenantId, appointmentId } = await appoint(tx, ctx, userId, { place, startsOn, endsOn });
  await notify(tx, {
    branchId: tenantId,
    userIds: [userId],
    by: ctx.actor.userId,
    kind: "role.given",
    params: { role: place.role, actor: ctx.actor.displayName, day: startsOn },
    path: tenantId === null ? "/office" : "/:branch",
    occasion: `role.given:${appointmentId}`,
    now: ctx.now(),
  });
  return { appointmentId };
}

async function appoint(tx: Tx, ctx: OfficeContext, userId: string, { place, startsOn, endsOn }: PostFields) {
  const term = { userId, startsOn, endsOn };
  if (!("branchSlug" in place)) {
    return { tenantId: null, ...(await appointInCollege(tx, ctx, { ...term, role: place.role })) };
  }
  const branch = await tx.branch.findUnique({ where: { slug: place.branchSlug }, select: { id: true } });
  if (!branch) throw notFound("branch.missing");
  return {
    tenantId: branch.id,
    ...(await appointInBranch(tx, ctx, { ...term, tenantId: branch.id, role: place.role })),
  };
}
