import { withOffice } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { BranchContext } from "../kernel/context.ts";

/**
 * The gate: mints the tenant of a request from a membership the database just confirmed.
 * A college role that may act in branches enters any branch; everyone else meets NOT_FOUND, as if the branch did not exist.
 */
export async function enterBranch(actor: Actor, slug: string, now: () => Date): Promise<BranchContext> {
  const membership = actor.branches.find((branch) => branch.slug === slug);
  const tenantId = membership?.tenantId ?? (await officeTenant(actor, slug));
  if (!tenantId) throw notFound();
  return {
    tenantId,
    actor: {
      userId: actor.userId,
      displayName: actor.displayName,
      roles: { branch: membership?.roles ?? [], college: actor.collegeRoles },
    },
    now,
  };
}

async function officeTenant(actor: Actor, slug: string): Promise<TenantId | null> {
  if (!actor.collegeRoles.includes("office")) return null;
  const branch = await withOffice((tx) => tx.branch.findUnique({ where: { slug }, select: { id: true } }));
  // The office role was read from the database for this request: this is the gate that may mint.
  return branch ? (branch.id as TenantId) : null;
}
