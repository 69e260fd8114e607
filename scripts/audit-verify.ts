/**
 * `npm run audit:verify`: verifies every chain of the audit trail, or with `-- --branch jichu` one (`college` is the
 * college's own); `-- --anchors folder` also holds it against anchors that were carried away. Exits with 0 when it is
 * whole, 1 when it is broken, 2 when that could not be found out.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { findChainId } from "@zhibu/core/audit/find-chain-id";
import { carriedAnchors, storedAnchors } from "@zhibu/core/audit/read-anchor-copies";
import type { AnchorCopy } from "@zhibu/core/audit/verify-anchors";
import { isWhole, verifyTrail } from "@zhibu/core/audit/verify-trail";
import { storageConfig, storageEnvSchema } from "@zhibu/core/kernel/storage-config";
import { startStorage } from "@zhibu/core/kernel/storage-open";
import { withDatabase } from "@zhibu/db/with-database";
import { reportLines } from "./audit-report.ts";

const envSchema = storageEnvSchema.and(
  z.object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/u }).optional(),
    DATA_DIR: z.string().min(1).default(".data"),
    AUTH_SECRET: z.string().min(16).optional(),
  }),
);
type VerifyEnv = z.infer<typeof envSchema>;

function readEnv(): VerifyEnv {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const env = envSchema.safeParse(given);
  if (env.success) return env.data;
  throw new Error(env.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
}

/** The secret the database login is derived from, the portal's own. */
function secretOf({ AUTH_SECRET, DATA_DIR }: VerifyEnv): string {
  const kept = path.resolve(DATA_DIR, "auth-secret");
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  if (existsSync(kept)) return readFileSync(kept, "utf8").trim();
  throw new Error("AUTH_SECRET: not set, and none is kept; start the portal once first");
}

/** Runs `work` on the database and the storage the environment names. */
function withTrail<T>(env: VerifyEnv, work: () => Promise<T>): Promise<T> {
  const dataDir = path.resolve(env.DATA_DIR);
  const postgres = path.join(dataDir, "postgres");
  if (env.DATABASE_URL === undefined && !existsSync(postgres)) throw new Error(`DATA_DIR: no database in ${dataDir}`);
  const options = { databaseUrl: env.DATABASE_URL, dataDir: postgres, secret: secretOf(env), connectionsMax: 2 };
  return withDatabase(options, async () => {
    await startStorage(storageConfig(env, path.join(dataDir, "media")));
    return work();
  });
}

/** A percentage on the terminal's last line; where the output is no terminal, nothing. */
function showProgress(done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  process.stderr.write(`\r\u001B[2K${percent} %  ${done.toLocaleString("en")} / ${total.toLocaleString("en")} rows`);
}

async function* copiesIn(folder: string | undefined): AsyncGenerator<AnchorCopy> {
  yield* storedAnchors();
  if (folder !== undefined) yield* carriedAnchors(folder);
}

async function verify(): Promise<boolean> {
  const { values } = parseArgs({ options: { branch: { type: "string" }, anchors: { type: "string" } } });
  return withTrail(readEnv(), async () => {
    const chainId = values.branch === undefined ? undefined : await findChainId(values.branch);
    if (chainId === null) throw new Error(`--branch: there is no branch "${String(values.branch)}"`);
    const report = await verifyTrail({
      ...(chainId === undefined ? {} : { chainId }),
      copies: copiesIn(values.anchors === undefined ? undefined : path.resolve(values.anchors)),
      onProgress: showProgress,
    });
    if (process.stderr.isTTY) process.stderr.write("\r\u001B[2K");
    process.stdout.write(`${reportLines(report).join("\n")}\n`);
    return isWhole(report);
  });
}

async function exitCode(): Promise<number> {
  try {
    return (await verify()) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`audit:verify: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

// Said outright: the embedded PostgreSQL's exit hook would make 0 of a code that was only set.
process.exit(await exitCode());
