import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** Absolute path of the repository. */
export const repositoryRoot = path.resolve(import.meta.dirname, "../../../..");

const notOurs = /(^|\/)(node_modules|generated|\.next|\.data|\.turbo|test-results|playwright-report)(\/|$)/;

/** Files of ours that match one of the globs, as sorted paths relative to the repository; nothing generated or installed. */
export function filesOf(...patterns: readonly string[]): string[] {
  const found = globSync([...patterns], { cwd: repositoryRoot, exclude: (name) => notOurs.test(name) });
  return found.filter((file) => !notOurs.test(file)).toSorted();
}

/** Every source file that people write and read. */
export function sourceFiles(): string[] {
  return filesOf("{apps,packages,e2e,scripts,prisma,bench}/**/*.{ts,tsx,mts,mjs,css}", "*.{ts,mjs}");
}

/** The text of a file, by its path relative to the repository. */
export function readText(file: string): string {
  return readFileSync(path.join(repositoryRoot, file), "utf8");
}
