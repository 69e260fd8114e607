import type { Tx } from "@zhibu/db/scope";

/** Offers of the office the branches have not answered, longest waiting first. */
export async function offersDue(tx: Tx, tenantIds: readonly string[], limit: number) {
  const copies = await tx.pushCopy.findMany({
    where: { tenantId: { in: [...tenantIds] }, state: "waiting", push: { mode: "optional", state: "active" } },
    orderBy: [{ changedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { tenantId: true, pushId: true, changedAt: true, push: { select: { title: true, createdByName: true } } },
  });
  return copies.map(({ tenantId, pushId, changedAt, push }) => ({
    tenantId,
    pushId,
    title: push.title,
    since: changedAt,
    from: push.createdByName,
  }));
}
