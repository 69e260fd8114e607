import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

export type OfficeSite = { tenantId: TenantId; slug: string; name: string };

/** The site the office writes on in its own name; `null` where the college has none yet. The caller's scope is the office's. */
export async function officeSite(tx: Tx): Promise<OfficeSite | null> {
  const site = await tx.branch.findFirst({
    where: { kind: "office" },
    select: { id: true, slug: true, name: true },
    orderBy: { id: "asc" },
  });
  // Found by the office's own transaction, which may act in every branch.
  return site && { tenantId: site.id as TenantId, slug: site.slug, name: site.name };
}
