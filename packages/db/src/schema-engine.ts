import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

type Glue = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: typeof SchemaEngine;
};

let loaded: Promise<Glue> | undefined;

/**
 * Prisma's schema engine as WebAssembly: the native one can't be fetched on a campus network.
 * Its module is instantiated by hand because Node has no loader for `.wasm` imports.
 */
async function loadGlue(): Promise<Glue> {
  // `import.meta.resolve` is missing where vitest runs the global setup.
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const file = path.join(path.dirname(entry), "schema_engine_bg.wasm");
  const module = await WebAssembly.compile(await readFile(file));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": { ...glue } });
  // The package types its glue file as the public surface only; the loader hooks are there at run time.
  const hooks = glue as unknown as Glue;
  hooks.__wbg_set_wasm(instance.exports);
  // The one export that is a function of this shape; see the package's own loader.
  const start = instance.exports["__wbindgen_start"] as (() => void) | undefined;
  start?.();
  return hooks;
}

/** Prisma's adapter cuts scripts at every semicolon; sent whole, `$$` bodies survive and a script applies wholly or not at all. */
class WholeScriptAdapter extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    return connection;
  }
}

/** Opens the engine on a database of the owner, hands it to `work`, and closes the connection. */
async function withSchemaEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadGlue();
  const { SchemaEngine: Engine } = await loaded;
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const engine = await Engine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter(pool)),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

const noFilter = { externalTables: [], externalEnums: [] };

export type SchemaFile = { path: string; content: string };

/** The SQL that leads from one set of Prisma schema files to another; `null` begins with an empty database. */
export async function diffSchemas(ownerUrl: string, from: SchemaFile[] | null, to: SchemaFile[]): Promise<string> {
  return withSchemaEngine(ownerUrl, async (engine) => {
    const result = await engine.diff({
      from: from === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
      to: { tag: "schemaDatamodel", files: to },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    return result.stdout ?? "";
  });
}

/** Applies the migrations not applied yet and returns their names; writes Prisma's own `_prisma_migrations`. */
export async function applyMigrations(ownerUrl: string, baseDir: string, migrations: SchemaFile[]): Promise<string[]> {
  return withSchemaEngine(ownerUrl, async (engine) => {
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ path, content }) => ({
          path,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } },
        })),
      },
      filters: noFilter,
    });
    return result.appliedMigrationNames;
  });
}
