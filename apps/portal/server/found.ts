/**
 * `npm run found`: makes a real college in an empty database and prints its first officer's one-time link; with
 * `--new-link` a new link for a person of the office. May run before the portal ever did, and beside it.
 */
import path from "node:path";
import { foundCollege } from "@zhibu/core/found-college";
import { renewOfficeLink } from "@zhibu/core/tenancy/people/renew-office-link";
import { withDatabase } from "@zhibu/db/with-database";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { EnvError, readEnv } from "../src/env.ts";
import { consoleOrigin } from "../src/origins.ts";
import { FoundCommandError, readFoundCommand } from "./found-command.ts";
import { foundReport, operatorName, refusalReport, usageReport } from "./found-words.ts";
import { authSecret } from "./start-secrets.ts";

async function run(): Promise<string> {
  const command = readFoundCommand(process.argv.slice(2));
  const env = readEnv();
  const dataDir = path.resolve(env.DATA_DIR);
  const secret = await authSecret(env, dataDir);
  const database = { databaseUrl: env.DATABASE_URL, dataDir: path.join(dataDir, "postgres"), secret };
  const ctx = { operator: operatorName, now: () => new Date() };
  const link = await withDatabase({ ...database, connectionsMax: 2 }, () =>
    command.verb === "found" ? foundCollege(ctx, command.input) : renewOfficeLink(ctx, command),
  );
  return foundReport(command, link, consoleOrigin(env));
}

/** What the operator can mend is said in words; everything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof FoundCommandError) return usageReport(error.problems);
  if (error instanceof AppError && error.code !== "UNAVAILABLE") return refusalReport(error);
  if (error instanceof EnvError) return `found: ${error.message}\n`;
  return `found: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

async function exitCode(): Promise<number> {
  try {
    process.stdout.write(await run());
    return 0;
  } catch (error) {
    process.stderr.write(explain(error));
    return 1;
  }
}

// Said outright: idle connections would keep the process for seconds, and the embedded PostgreSQL's exit hook makes 0 of a code that was only set.
process.exit(await exitCode());
