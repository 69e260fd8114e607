import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import { statementNames } from "./statement-names.ts";
import { WaitingClient } from "./waiting-client.ts";

/** The server and Next's bundle hold two copies of this module; the client is one per process all the same. */
const slot = Symbol.for("zhibu.database");
type Holder = { [slot]?: PrismaClient };

/** Connects the process to the database as the application's login; called once at start. */
export function connectDatabase(appUrl: string, poolMax = 20): PrismaClient {
  return connectThrough({
    connectionString: appUrl,
    Client: WaitingClient,
    max: poolMax,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
}

/** Connects the process through connections of one's own making, for who must look at them: tests and benchmarks. */
export function connectThrough(pool: pg.Pool | pg.PoolConfig): PrismaClient {
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
  (globalThis as Holder)[slot] = client;
  return client;
}

/**
 * The bare client, for `packages/db` alone: without a scope the login sees no row.
 * @throws Error when `connectDatabase` was not called.
 */
export function unsafePrisma(): PrismaClient {
  const client = (globalThis as Holder)[slot];
  if (!client) throw new Error("the database is not connected");
  return client;
}

export async function disconnectDatabase(): Promise<void> {
  await (globalThis as Holder)[slot]?.$disconnect();
  delete (globalThis as Holder)[slot];
}
