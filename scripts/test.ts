/**
 * `npm test`: everything, with whatever it needs. `node scripts/test.ts pg15 e2e` runs only the named steps.
 * The last line is the sum over all runners; the exit code is 0 only when something ran and nothing failed.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfNeeded } from "./build-if-needed.ts";
import { runCommand, say } from "./command.ts";
import { failuresOfPlaywright, failuresOfVitest, readFailures } from "./failures.ts";
import { provisionChineseFont, provisionChromium } from "./provision-chromium.ts";
import { provisionPostgres15 } from "./provision-postgres15.ts";
import { closingLine, judged, readTally, sumOf, tallyOfPlaywright, tallyOfVitest, type Tally } from "./tally.ts";
import { runStaticChecks } from "./verify.ts";

const reports = await mkdtemp(path.join(tmpdir(), "zhibu-reports-"));

/** What failed, told again before the closing line: the runners' own words are thousands of lines up by then. */
const failures: string[] = [];

const steps: Readonly<Record<string, { readonly title: string; readonly run: () => Promise<Tally> }>> = {
  checks: { title: "static checks: types, lint, format, import boundaries, dead code", run: runStaticChecks },
  unit: { title: "unit tests", run: () => runVitest("unit") },
  db: { title: "database tests on the embedded PostgreSQL", run: () => runVitest("db") },
  pg15: { title: "database tests on the oldest supported PostgreSQL", run: runOnPostgres15 },
  e2e: { title: "end-to-end tests in Chromium", run: runEndToEnd },
};

/** Our tests never touch a database that the caller's environment names. */
async function runVitest(project: string, databaseUrl?: string): Promise<Tally> {
  const report = path.join(reports, `${project}${databaseUrl === undefined ? "" : "-given"}.json`);
  const args = ["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const { exitCode } = await runCommand("vitest", args, { env: { DATABASE_URL: databaseUrl } });
  failures.push(...(await readFailures(report, failuresOfVitest)));
  return judged(exitCode, await readTally(report, tallyOfVitest));
}

async function runOnPostgres15(): Promise<Tally> {
  const server = await provisionPostgres15();
  if (server === null) return { passed: 0, failed: 0, skipped: 1 };
  // The server is a daemon of its own: an interrupted run must not leave it behind.
  const stopAndLeave = () => void server.stop().finally(() => process.exit(130));
  process.once("SIGINT", stopAndLeave).once("SIGTERM", stopAndLeave);
  try {
    say(server.version);
    return await runVitest("db", server.url);
  } finally {
    process.off("SIGINT", stopAndLeave).off("SIGTERM", stopAndLeave);
    await server.stop();
  }
}

async function runEndToEnd(): Promise<Tally> {
  const chromium = await provisionChromium();
  await provisionChineseFont();
  await buildIfNeeded();
  return sumOf([await runPlaywright("beside", 2, chromium), await runPlaywright("alone", 1, chromium)]);
}

async function runPlaywright(project: string, workers: number, chromium: string): Promise<Tally> {
  const report = path.join(reports, `e2e-${project}.json`);
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, DATABASE_URL: undefined };
  const args = [
    "test",
    "-c",
    "e2e/playwright.config.ts",
    "--project",
    project,
    `--workers=${workers}`,
    "--reporter=list,json",
  ];
  const { exitCode } = await runCommand("playwright", args, { env });
  failures.push(...(await readFailures(report, failuresOfPlaywright)));
  return judged(exitCode, await readTally(report, tallyOfPlaywright));
}

async function runStep(name: string): Promise<Tally> {
  const step = steps[name];
  if (step === undefined) {
    process.stderr.write(`There is no step "${name}"; there are ${Object.keys(steps).join(", ")}.\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const begun = performance.now();
  say(step.title);
  const tally = await step.run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  say(`${name}: ${closingLine(tally)} (${Math.round((performance.now() - begun) / 1000)} s)`);
  return tally;
}

const chosen = process.argv.slice(2);
const tallies: Tally[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(steps)) tallies.push(await runStep(name));
await rm(reports, { recursive: true, force: true });

const total = sumOf(tallies);
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
if (failures.length > 0) process.stdout.write(`\n${failures.join("\n")}\n\n`);
process.stdout.write(`${closingLine(total)}\n`);
