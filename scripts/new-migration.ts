/**
 * `npm run db:migration -- add-something`: writes the migration that leads from the committed Prisma schema to the one
 * in the working tree. Row-level security and other SQL that Prisma does not know are added to the file by hand.
 */
import { globSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "@zhibu/db/embedded-postgres";
import { diffSchemas, type SchemaFile } from "@zhibu/db/schema-engine";
import { leave, outputOf, root, say } from "./command.ts";

const schemaFolder = "prisma/schema";

async function committedSchema(): Promise<SchemaFile[] | null> {
  const listed = (await outputOf("git", "ls-tree", "--name-only", "HEAD", `${schemaFolder}/`)) ?? "";
  const names = listed.split("\n").filter((name) => name.endsWith(".prisma"));
  if (names.length === 0) return null;
  return Promise.all(
    names.map(async (name) => ({ path: name, content: (await outputOf("git", "show", `HEAD:${name}`)) ?? "" })),
  );
}

async function presentSchema(): Promise<SchemaFile[]> {
  const names = globSync(`${schemaFolder}/*.prisma`, { cwd: root });
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(path.join(root, name), "utf8") })),
  );
}

/** The diff itself reads no data, but the engine wants a server to talk to. */
async function diffOnThrowAwayServer(from: SchemaFile[] | null, to: SchemaFile[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "zhibu-migration-"));
  await chmod(folder, 0o755); // PostgreSQL runs as another user when we are root, and must get through
  const server = await startEmbeddedPostgres(path.join(folder, "postgres"));
  try {
    return await diffSchemas(server.ownerUrl, from, to);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const title = process.argv[2];
if (title === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(title)) {
  leave("Usage: npm run db:migration -- a-title-in-kebab-case");
}
const sql = await diffOnThrowAwayServer(await committedSchema(), await presentSchema());
if (!/^\s*[A-Z]/m.test(sql.replaceAll(/^--.*$/gm, ""))) {
  say("the schema is what was committed: no migration needed");
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const file = path.join("prisma/migrations", `${stamp}_${title.replaceAll("-", "_")}`, "migration.sql");
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), sql);
  say(`wrote ${file}: read it, and add policies for new tables`);
}
