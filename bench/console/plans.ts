import { connectExplaining, type ExplainedStatement, type PlanNode } from "@zhibu/db/testing/explaining-connection";
import { queryAsOwner } from "@zhibu/db/testing/owner";
import type { Run, Stage } from "./timing.ts";

/** What a list asked of the database. */
export type Asked = {
  /** Statements of the list itself, the scope's included; BEGIN and COMMIT aside. */
  statements: readonly ExplainedStatement[];
  /** Large tables that were read from end to end. */
  scanned: readonly string[];
  /** What the server took for them, once, with its own measuring on. */
  ms: number;
};

/** So often before the plans are taken: a named statement's plan settles after five runs. */
const runsBefore = 7;

/** Tables whose every row grows with the college: those of tenants, and whatever else has grown large. */
async function largeTables(ownerUrl: string): Promise<ReadonlySet<string>> {
  const rows = await queryAsOwner<{ name: string }>(
    ownerUrl,
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'
     UNION SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= 5000 AND relnamespace = 'public'::regnamespace`,
  );
  return new Set(rows.map(({ name }) => name));
}

function scansIn(node: PlanNode): string[] {
  const own = node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansIn)];
}

/** The session's own statements come first, on a transaction of their own; they are every request's, not the list's. */
function withoutSession(statements: readonly ExplainedStatement[]): readonly ExplainedStatement[] {
  const session = statements.findIndex(({ text }) => text.includes("FROM user_session"));
  return statements.slice(session + 1);
}

/** Runs each of these and tells what it asked of the database, with the plans the server really used. */
export async function explain({ college, cast }: Stage, runs: readonly Run[]): Promise<Map<string, Asked>> {
  const large = await largeTables(college.ownerUrl);
  let heard: ExplainedStatement[] = [];
  const disconnect = connectExplaining(college.ownerUrl, (statement) => heard.push(statement));
  const asked = new Map<string, Asked>();
  try {
    for (const { name, run } of runs) {
      for (let index = 0; index < runsBefore; index += 1) await run(cast);
      heard = [];
      await run(cast);
      const statements = withoutSession(heard);
      const scanned = new Set(statements.flatMap(({ plan }) => scansIn(plan)).filter((table) => large.has(table)));
      const ms = statements.reduce((sum, statement) => sum + statement.ms, 0);
      asked.set(name, { statements, scanned: [...scanned], ms });
    }
  } finally {
    await disconnect();
  }
  return asked;
}
