import { notFound } from "@zhibu/domain/kernel/app-error";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { OfficeContext } from "../kernel/context.ts";

/**
 * The gate to the college's affairs: a college role the database just confirmed. To everyone else there is nothing there.
 * What each role may do is the use case's to ask.
 */
export function enterOffice(actor: Actor, now: () => Date): OfficeContext {
  if (actor.collegeRoles.length === 0) throw notFound();
  return { actor: { userId: actor.userId, displayName: actor.displayName, roles: actor.collegeRoles }, now };
}
