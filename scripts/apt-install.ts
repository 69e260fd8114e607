import { outputOf, runCommand, say } from "./command.ts";

/** Whether Debian packages can be installed here: by root, where apt-get is. */
export async function canInstallPackages(): Promise<boolean> {
  return process.getuid?.() === 0 && (await outputOf("apt-get", "--version")) !== null;
}

/** Installs Debian packages and says so; false when that did not work. */
export async function installPackages(...names: readonly string[]): Promise<boolean> {
  say(`installing Debian package ${names.join(", ")}`);
  const options = { capture: true, env: { DEBIAN_FRONTEND: "noninteractive" }, timeoutMs: 300_000 };
  await runCommand("apt-get", ["update"], options);
  const { exitCode, output } = await runCommand(
    "apt-get",
    ["install", "-y", "--no-install-recommends", ...names],
    options,
  );
  if (exitCode !== 0) process.stdout.write(`${output.split("\n").slice(-8).join("\n")}\n`);
  return exitCode === 0;
}
