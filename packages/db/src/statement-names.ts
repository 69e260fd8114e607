import { createHash } from "node:crypto";

/** Lists of varying length make ever new texts; beyond this many a statement goes unnamed, as without names at all. */
const namesMax = 500;

/**
 * Names for statements, so that PostgreSQL keeps their plans: under row-level security planning costs more than running.
 * The server plans anew by itself when the transaction has taken on another role.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= namesMax) return "";
    const name = `z${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
    names.set(sql, name);
    return name;
  };
}
