import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The first of these commands that exists, or null. */
export async function findProgram(...names: readonly string[]): Promise<string | null> {
  for (const name of names) {
    const found = await run("sh", ["-c", `command -v ${name}`]).then(
      ({ stdout }) => stdout.trim(),
      () => null,
    );
    if (found) return found;
  }
  return null;
}

/** What a command printed; throws with its errors when it failed. */
export async function outputOf(command: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout } = await run(command, [...args], {
    cwd,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_ENV: "production" },
  });
  return stdout;
}

export type Running = { stop: () => Promise<void> };

/** Starts a command and waits until it says `ready` on either stream. */
export async function startProgram(
  command: string,
  args: readonly string[],
  options: { ready: RegExp; cwd?: string; env?: Record<string, string> },
): Promise<Running> {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", ...options.env },
  });
  await untilReady(child, options.ready);
  return {
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function untilReady(child: ChildProcess, ready: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let output = "";
  const listen = (chunk: Buffer): void => {
    output += chunk.toString();
    if (ready.test(output)) resolve();
  };
  child.stdout?.on("data", listen);
  child.stderr?.on("data", listen);
  child.once("exit", () => reject(new Error(`ended before it was ready:\n${output}`)));
  child.once("error", reject);
  await promise;
}
