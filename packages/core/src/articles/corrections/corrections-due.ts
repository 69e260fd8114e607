import type { Tx } from "@zhibu/db/scope";

/** Articles of the branches with open corrections, longest waiting first: one line each in the inbox of whoever handles them. */
export function correctionsDue(tx: Tx, tenantIds: readonly string[], limit: number) {
  return tx.correctionTask.findMany({
    where: { tenantId: { in: [...tenantIds] }, state: "open" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    distinct: ["tenantId", "articleId"],
    take: limit,
    select: {
      tenantId: true,
      articleId: true,
      createdAt: true,
      causeName: true,
      article: { select: { title: true, column: { select: { name: true } } } },
    },
  });
}
