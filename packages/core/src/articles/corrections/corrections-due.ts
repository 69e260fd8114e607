import type { Tx } from "@zhibu/db/scope";

/** Articles of the branch with open corrections, longest waiting first: one line each in the inbox of whoever handles them. */
export function correctionsDue(tx: Tx, tenantId: string, limit: number) {
  return tx.correctionTask.findMany({
    where: { tenantId, state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    distinct: ["articleId"],
    take: limit,
    select: {
      articleId: true,
      createdAt: true,
      causeName: true,
      article: { select: { title: true, column: { select: { name: true } } } },
    },
  });
}
