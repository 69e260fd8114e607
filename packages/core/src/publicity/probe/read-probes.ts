import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { reachability, type ProbedMinutes, type Reachability } from "@zhibu/domain/publicity/reachability";

/** Every minute a list's page was asked for; two arrays, for a period holds ten thousand of them and more. */
export async function readProbes(tx: Tx, tenantId: TenantId, listId: string): Promise<ProbedMinutes> {
  const [found] = await tx.$queryRaw<ProbedMinutes[]>`
    SELECT coalesce(array_agg((extract(epoch FROM at) / 60)::int) FILTER (WHERE ok), '{}') AS reached,
      coalesce(array_agg((extract(epoch FROM at) / 60)::int) FILTER (WHERE NOT ok), '{}') AS lost
    FROM publicity_probe WHERE tenant_id = ${tenantId}::uuid AND list_id = ${listId}::uuid`;
  return found ?? { reached: [], lost: [] };
}

/** A minute may be recorded until the next one is over. */
const settledMs = 60_000;

/** What is known of a period that began, as far as it has gone by `now`. */
export function reachedSoFar(period: { from: Date; until: Date }, probed: ProbedMinutes, now: Date): Reachability {
  const settled = new Date(now.getTime() - settledMs);
  return reachability({ from: period.from, until: period.until < settled ? period.until : settled }, probed);
}
