/** The seconds-fast gate: types, lint, format, import boundaries, dead code, and (as a program) structure and unit tests. */
import { runCommand } from "./command.ts";
import type { Tally } from "./tally.ts";

const staticChecks = ["types", "lint", "format:check", "boundaries", "unused"];

/** Runs tasks in parallel through turbo, which remembers what passed on the same sources; shows the output of failures only. */
async function runTasks(tasks: readonly string[]): Promise<{ exitCode: number; output: string }> {
  const env = { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1" };
  const args = ["run", ...tasks, "--output-logs=errors-only", "--log-prefix=none", "--continue", "--concurrency=3"];
  const result = await runCommand("turbo", args, { capture: true, env });
  process.stdout.write(result.output);
  return result;
}

/** Each check of each package counts as one test. */
export async function runStaticChecks(): Promise<Tally> {
  const { exitCode, output } = await runTasks(staticChecks);
  const [, passed = "0", total = "0"] = /Tasks:\s+(\d+) successful, (\d+) total/.exec(output) ?? [];
  const failed = Number(total) - Number(passed);
  return { passed: Number(passed), failed: exitCode === 0 ? failed : Math.max(failed, 1), skipped: 0 };
}

if (import.meta.main) {
  const { exitCode } = await runTasks([...staticChecks, "test:unit"]);
  process.exitCode = exitCode;
}
