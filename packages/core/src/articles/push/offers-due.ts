import type { Tx } from "@zhibu/db/scope";

/** Offers of the office the branch has not answered, longest waiting first. */
export async function offersDue(tx: Tx, tenantId: string, limit: number) {
  const copies = await tx.pushCopy.findMany({
    where: { tenantId, state: "waiting", push: { mode: "optional", state: "active" } },
    orderBy: [{ changedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: { pushId: true, changedAt: true, push: { select: { title: true, createdByName: true } } },
  });
  return copies.map(({ pushId, changedAt, push }) => ({
    pushId,
    title: push.title,
    since: changedAt,
    from: push.createdByName,
  }));
}
