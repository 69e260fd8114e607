import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { prismaDir } from "./migrations.ts";
import { diffSchemas } from "./schema-engine.ts";

const fresh = `zhibu_fresh_${process.pid}`;
let owner: pg.Client;

beforeAll(async () => {
  owner = new pg.Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${fresh}`);
});

afterAll(async () => {
  await owner.query(`DROP DATABASE IF EXISTS ${fresh} WITH (FORCE)`);
  await owner.end();
});

/** Tables, columns and types as the catalogue tells them; what migrations add beyond the schema (policies, functions, partial indexes) is tested elsewhere. */
async function shapeOf(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query<
    Record<string, string | null>
  >(`SELECT table_name, column_name, udt_name, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name NOT LIKE '\\_prisma%' ORDER BY 1, 2`);
  return rows;
}

test("the migrations lead to exactly the tables of the schema", async () => {
  const folder = path.join(prismaDir, "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma"));
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(path.join(folder, name), "utf8") })),
  );
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${fresh}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(await diffSchemas(url.toString(), null, files));
  const [fromSchema, fromMigrations] = [await shapeOf(client), await shapeOf(owner)];
  await client.end();
  expect(fromSchema.length).toBeGreaterThan(100);
  expect(fromMigrations).toEqual(fromSchema);
});
