import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase, disconnectDatabase } from "../connection.ts";
import { migrate } from "../migrations.ts";
import type {} from "./global-setup.ts";

/** URLs of a database; read them when a test runs, not when its file is loaded. */
export type OwnDatabase = { ownerUrl: string; appUrl: string };

/**
 * Gives the test file a database of its own on the run's server: for tests of what reaches every branch there is, which
 * in the common database are other files' branches. Called at the file's top.
 */
export function provideOwnDatabase(): OwnDatabase {
  const own: OwnDatabase = { ownerUrl: "", appUrl: "" };
  const name = `zhibu_own_${process.pid}_${Date.now()}`;
  const onServer = async (statement: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: inject("ownerUrl") });
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  };
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    own.ownerUrl = at(inject("ownerUrl"));
    own.appUrl = at(inject("appUrl"));
    await migrate(own.ownerUrl);
    await disconnectDatabase();
    connectDatabase(own.appUrl, 8);
  });
  afterAll(async () => {
    await disconnectDatabase();
    await onServer(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  });
  return own;
}
