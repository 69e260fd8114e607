import type { Tx } from "@zhibu/db/scope";

export type BranchCorrections = { branch: string; slug: string; open: number; done: number; dismissed: number };

/** How far each branch is with the corrections of these causes, those with open ones first. The office's scope. */
export function countCorrections(tx: Tx, causeIds: readonly string[]): Promise<BranchCorrections[]> {
  return tx.$queryRaw<BranchCorrections[]>`
    SELECT b.short_name AS branch, b.slug,
      (count(*) FILTER (WHERE t.state = 'open'))::int AS open,
      (count(*) FILTER (WHERE t.state = 'done'))::int AS done,
      (count(*) FILTER (WHERE t.state = 'dismissed'))::int AS dismissed
    FROM correction_task t JOIN branch b ON b.id = t.tenant_id
    WHERE t.cause_id = ANY (${causeIds}::uuid[])
    GROUP BY b.id
    ORDER BY open DESC, b.position, b.id`;
}
