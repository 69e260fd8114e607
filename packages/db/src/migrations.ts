import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { applyMigrations, type SchemaFile } from "./schema-engine.ts";

/** Any constant: all instances that migrate or provision wait for each other on it. */
const startLock = 20130528;

export const prismaDir = fileURLToPath(new URL("../../../prisma/", import.meta.url));

async function readMigrations(): Promise<SchemaFile[]> {
  const base = path.join(prismaDir, "migrations");
  const folders = (await readdir(base, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name).sort();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      content: await readFile(path.join(base, name, "migration.sql"), "utf8"),
    })),
  );
}

/** Runs `work` while no other instance does, by a session lock on the owner's connection. */
export async function withStartLock<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("SELECT pg_advisory_lock($1)", [startLock]);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Brings the database to the newest migration; the caller holds the start lock. Returns the names applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  return applyMigrations(ownerUrl, path.join(prismaDir, "migrations"), await readMigrations());
}
