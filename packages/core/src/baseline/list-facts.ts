import { withOfficeReading, type Tx } from "@zhibu/db/scope";
import { nextValue, valueOn } from "@zhibu/domain/baseline/fact-values";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { dayOf } from "../kernel/day-of.ts";
import { asFactValue } from "./fact-rows.ts";

/** The college keeps dozens of facts, not thousands. */
const factsMax = 500;

/** Every fact with what it says today, what comes next, how many live texts show it and which corrections are open. */
export async function listFacts(ctx: OfficeContext) {
  assertCanInCollege(ctx.actor.roles, "baseline:read");
  const today = shanghaiDay(ctx.now());
  return withOfficeReading(async (tx) => {
    const facts = await tx.fact.findMany({
      include: { values: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: factsMax,
    });
    const uses = await countUses(tx);
    const open = await countOpen(tx);
    return {
      items: facts.map((fact) => {
        const values = fact.values.map(asFactValue);
        const row = (id: string | undefined) => fact.values.find((value) => value.id === id);
        const current = row(valueOn(values, today)?.id);
        const coming = row(nextValue(values, today)?.id);
        return {
          id: fact.id,
          key: fact.key,
          name: fact.name,
          unit: fact.unit,
          note: fact.note,
          version: fact.version,
          isArchived: fact.archivedAt !== null,
          current: current
            ? { value: current.value, since: dayOf(current.effectiveFrom), source: current.source }
            : null,
          coming: coming ? { value: coming.value, since: dayOf(coming.effectiveFrom) } : null,
          uses: uses.get(fact.id) ?? 0,
          openCorrections: open.get(fact.id) ?? 0,
        };
      }),
      can: { manage: canInCollege(ctx.actor.roles, "baseline:manage") },
    };
  });
}

async function countUses(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ factId: string; uses: number }[]>`
    SELECT u.fact_id AS "factId", count(*)::int AS uses
    FROM fact_use u JOIN article a ON a.tenant_id = u.tenant_id AND a.live_revision_id = u.revision_id AND a.visibility = 'live'
    GROUP BY u.fact_id`;
  return new Map(rows.map(({ factId, uses }) => [factId, uses]));
}

async function countOpen(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ factId: string; open: number }[]>`
    SELECT v.fact_id AS "factId", count(*)::int AS open
    FROM correction_task t JOIN fact_value v ON v.id = t.cause_id
    WHERE t.cause_type = 'fact' AND t.state = 'open'
    GROUP BY v.fact_id`;
  return new Map(rows.map(({ factId, open }) => [factId, open]));
}
