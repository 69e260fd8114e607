import type pg from "pg";

/** One digest a table over all of its rows: whatever was written anywhere changes one. Read as the owner. */
export async function databaseFingerprint(owner: pg.Client): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const digests: [string, string][] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ digest: string }>(
      `SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') AS digest FROM ${name} t`,
    );
    digests.push([name, rows[0]?.digest ?? ""]);
  }
  return Object.fromEntries(digests);
}
