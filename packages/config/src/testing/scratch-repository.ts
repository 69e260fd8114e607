import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../../..");

export type CommandResult = { readonly exitCode: number; readonly output: string };

/**
 * A throw-away copy of the repository's skeleton that holds only `files`, with our lint and boundary configuration.
 * Rules are tried on it at the very paths they are written for.
 */
export async function scratchRepository(files: Readonly<Record<string, string>>) {
  const directory = await mkdtemp(path.join(tmpdir(), "zhibu-rules-"));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await writeFile(path.join(directory, file), content);
  }
  await copyConfiguration(directory);
  await linkModules(directory);
  return {
    /** Runs a tool of ours in the copy; a non-zero exit is a result, not an error. */
    run: (tool: string, ...args: string[]) => run(directory, tool, args),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function copyConfiguration(directory: string): Promise<void> {
  const lint = await readFile(path.join(root, ".oxlintrc.json"), "utf8");
  await writeFile(path.join(directory, ".oxlintrc.json"), lint.replaceAll('"./packages/', `"${root}/packages/`));
  for (const file of ["tsconfig.base.json", ".dependency-cruiser.mjs"]) {
    await cp(path.join(root, file), path.join(directory, file));
  }
  await cp(
    path.join(root, "packages/config/src/boundaries.ts"),
    path.join(directory, "packages/config/src/boundaries.ts"),
  );
  await writeFile(path.join(directory, "tsconfig.json"), '{ "extends": "./tsconfig.base.json" }');
  await writeFile(path.join(directory, "package.json"), await readFile(path.join(root, "package.json")));
}

/** The installed packages, except that `@zhibu/*` leads to the copy's own. */
async function linkModules(directory: string): Promise<void> {
  await mkdir(path.join(directory, "node_modules/@zhibu"), { recursive: true });
  for (const name of await readdir(path.join(root, "node_modules"))) {
    if (name === "@zhibu" || name.startsWith(".")) continue;
    await symlink(path.join(root, "node_modules", name), path.join(directory, "node_modules", name));
  }
  for (const name of await readdir(path.join(root, "packages"))) {
    await mkdir(path.join(directory, "packages", name), { recursive: true });
    await cp(path.join(root, "packages", name, "package.json"), path.join(directory, "packages", name, "package.json"));
    await symlink(path.join(directory, "packages", name), path.join(directory, "node_modules/@zhibu", name));
  }
  await mkdir(path.join(directory, "apps/portal"), { recursive: true });
  await cp(path.join(root, "apps/portal/package.json"), path.join(directory, "apps/portal/package.json"));
}

function run(directory: string, tool: string, args: readonly string[]): Promise<CommandResult> {
  const command = path.join(root, "node_modules/.bin", tool);
  return new Promise((resolve) => {
    execFile(command, args, { cwd: directory, maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
      const exitCode = typeof error?.code === "number" ? error.code : error === null ? 0 : 1;
      resolve({ exitCode, output: stdout || stderr });
    });
  });
}
