/** Builds the portal when its sources changed since the last build. */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { leave, root, runCommand, say } from "./command.ts";

const portal = path.join(root, "apps/portal");
const stampFile = path.join(portal, ".next/zhibu-sources.sha256");

/** What `next build` reads. The Node server around Next is not built and may change freely. */
const inputs = [
  "apps/portal/{src,public,messages}/**/*",
  "apps/portal/*.{ts,mjs,json}",
  "packages/*/src/**/*",
  "packages/*/package.json",
  "prisma/schema/*.prisma",
  "package-lock.json",
  "tsconfig.base.json",
];

/** Runs `next build` unless the last one saw the same sources; true when it built. Throws when the build fails. */
export async function buildIfNeeded(): Promise<boolean> {
  const hash = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return false;
  say("building the portal (next build)");
  await rm(stampFile, { force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { exitCode } = await runCommand("next", ["build"], { cwd: portal, env });
  if (exitCode !== 0) throw new Error(`next build failed (exit code ${exitCode})`);
  await writeFile(stampFile, hash);
  return true;
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(process.version);
  const files = globSync(inputs, { cwd: root, exclude: (name) => /(^|\/)(node_modules|generated|\.next)$/.test(name) });
  for (const file of files.filter((name) => !/\.test\.tsx?$|next-env\.d\.ts$/.test(name)).toSorted()) {
    const content = readIfFile(path.join(root, file));
    if (content !== null) hash.update(`\n${file}\n`).update(content);
  }
  return hash.digest("hex");
}

function readIfFile(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null; // a folder: the glob names those, too
  }
}

if (import.meta.main && !(await buildIfNeeded().catch(leave))) say("the last build is up to date");
