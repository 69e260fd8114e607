import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, inject } from "vitest";
import { connectDatabase, disconnectDatabase } from "../connection.ts";
import { newId } from "../new-id.ts";
import { startDatabase } from "../start-database.ts";
import type {} from "./global-setup.ts";

function at(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.toString();
}

async function onServer(statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  await owner.query(statement);
  await owner.end();
}

/**
 * Gives each test of a file its own copy of a database that `arrange` filled once: for tests that break things.
 * Returns the owner's connection to the copy of the test that runs.
 */
export function provideDatabaseCopies(arrange: () => Promise<void>): () => pg.Client {
  const base = `copied_${newId().replaceAll("-", "")}`;
  let copies = 0;
  let owner: pg.Client | undefined;
  const appUrl = (database: string) => at(inject("appUrl"), database);
  const copyName = () => `${base}_${copies}`;

  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${base}`);
    // The secret is the one the shared database was started with: logins belong to the server.
    await startDatabase({
      databaseUrl: at(inject("ownerUrl"), base),
      dataDir: "",
      secret: "test-secret-of-no-value",
    });
    await disconnectDatabase();
    connectDatabase(appUrl(base), 4);
    await arrange();
    await disconnectDatabase();
  }, 120_000);

  beforeEach(async () => {
    copies += 1;
    await onServer(`CREATE DATABASE ${copyName()} TEMPLATE ${base}`);
    connectDatabase(appUrl(copyName()), 4);
    owner = new pg.Client({ connectionString: at(inject("ownerUrl"), copyName()) });
    await owner.connect();
  });

  afterEach(async () => {
    await owner?.end();
    await disconnectDatabase();
    await onServer(`DROP DATABASE IF EXISTS ${copyName()} WITH (FORCE)`);
  });

  afterAll(() => onServer(`DROP DATABASE IF EXISTS ${base} WITH (FORCE)`));

  return () => {
    if (!owner) throw new Error("no test is running");
    return owner;
  };
}
