import pg from "pg";
import { connectDatabase } from "../connection.ts";

/** Lets the factories work beside a running portal; the owner takes on the same roles as the application does. */
export function connectAsOwner(ownerUrl: string): void {
  connectDatabase(ownerUrl, 4);
}

/** One statement past every policy, for what a test must arrange or see behind the scenes. */
export async function queryAsOwner<Row extends pg.QueryResultRow>(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return (await owner.query<Row>(statement, [...values])).rows;
  } finally {
    await owner.end();
  }
}

/** Locks that are held until they are let go of. */
export type HeldLocks = { release: () => Promise<void> };

/** One statement past every policy in a transaction that stays open, and with it the locks the statement took. */
export async function holdAsOwner(
  ownerUrl: string,
  statement: string,
  values: readonly unknown[] = [],
): Promise<HeldLocks> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("BEGIN");
  await owner.query(statement, [...values]);
  return { release: () => owner.end() };
}
