import { spawn } from "node:child_process";
import path from "node:path";

/** Absolute path of the repository. */
export const root = path.resolve(import.meta.dirname, "..");

export type CommandOptions = {
  readonly cwd?: string;
  /** Added to this process's environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Keeps the output for the caller instead of showing it. */
  readonly capture?: boolean;
  readonly timeoutMs?: number;
};

export type CommandResult = { readonly exitCode: number; readonly output: string };

/**
 * Runs a program to its end. The installed tools and Node 24 come first on PATH, whatever the machine's own Node is.
 * A non-zero exit, a missing program and a timeout are results (exit codes as in a shell), not errors.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const env = { ...process.env, ...options.env };
  env["PATH"] = [path.join(root, "node_modules/.bin"), env["PATH"]].join(path.delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env,
      stdio: options.capture === true ? ["ignore", "pipe", "pipe"] : "inherit",
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const chunks: string[] = [];
    child.stdout?.on("data", (chunk) => chunks.push(String(chunk)));
    child.stderr?.on("data", (chunk) => chunks.push(String(chunk)));
    child.once("error", (error) => resolve({ exitCode: 127, output: error.message }));
    child.once("close", (code) => resolve({ exitCode: code ?? 1, output: chunks.join("") }));
  });
}

/** The trimmed output of a program, or null when it failed or is not there. */
export async function outputOf(program: string, ...args: string[]): Promise<string | null> {
  const { exitCode, output } = await runCommand(program, args, { capture: true });
  return exitCode === 0 ? output.trim() : null;
}

/** Says on the terminal what a script is about to do. */
export function say(line: string): void {
  process.stdout.write(`\u001b[1m» ${line}\u001b[0m\n`);
}

/** Ends a script whose error is for its user, not for a debugger: the message alone, and a non-zero exit. */
export function leave(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
