import type { Tx } from "@zhibu/db/scope";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import type { BranchContext } from "../kernel/context.ts";

/** Only one of several workers moves a list; the others wait, then find it moved. */
export async function lockList(tx: Tx, tenantId: TenantId, publicityId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM publicity_list WHERE tenant_id = ${tenantId}::uuid AND id = ${publicityId}::uuid FOR UPDATE`;
}

/** The clock acting for whoever signed the list; it has no roles and needs none. `null` for a list nobody signed. */
export async function clockFor(
  tx: Tx,
  tenantId: TenantId,
  publicityId: string,
  now: () => Date,
): Promise<BranchContext | null> {
  const signed = await tx.publicityText.findFirst({
    where: { tenantId, listId: publicityId },
    orderBy: { number: "desc" },
    select: { signedById: true, signedByName: true },
  });
  if (!signed) return null;
  return {
    tenantId,
    actor: {
      // The id of a person already on record.
      userId: signed.signedById as UserId,
      displayName: signed.signedByName,
      roles: { branch: [], college: [] },
    },
    now,
  };
}
