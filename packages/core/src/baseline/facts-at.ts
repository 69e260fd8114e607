import type { Tx } from "@zhibu/db/scope";

/** The values that held on a day (`YYYY-MM-DD`), by key; a fact nobody knows or without value then is missing. Every role may ask. */
export async function factsAt(tx: Tx, keys: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  // The rule is `valueOn` of the domain, where the values lie.
  const rows = await tx.$queryRaw<{ key: string; value: string }[]>`
    SELECT DISTINCT ON (f.key) f.key, v.value
    FROM fact f JOIN fact_value v ON v.fact_id = f.id
    WHERE f.key = ANY (${keys}::text[]) AND v.effective_from <= ${day}::date AND v.voided_at IS NULL
    ORDER BY f.key, v.effective_from DESC, v.created_at DESC, v.id DESC`;
  return new Map(rows.map(({ key, value }) => [key, value]));
}
