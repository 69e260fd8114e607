/**
 * Adds to package-lock.json the platform binaries that the registry in use does not carry (a campus mirror often has
 * Linux only). Without their entries `npm ci` calls the lock file out of date, on every platform. With them it skips
 * what is not for this machine, and another machine fetches its own by name and version. Run after `npm install`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root, say } from "./command.ts";

type LockedPackage = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Packages = Readonly<Record<string, LockedPackage>>;
type Platform = { cpu?: string[]; os?: string[]; libc?: string[] };
type MissingBinary = { readonly name: string; readonly version: string; readonly dev: boolean };

const systems: Readonly<Record<string, string>> = { windows: "win32" };
const libraries: Readonly<Record<string, string>> = { gnu: "glibc", musl: "musl" };
const binaryName =
  /(darwin|win32|windows|android|freebsd|openharmony|linux)-(arm64|x64|64|ia32|arm|ppc64|riscv64|s390x)(?:-(\w+))?$/;

/** Optional dependencies of exact version that the lock file names without describing them. */
export function missingBinaries(packages: Packages): MissingBinary[] {
  const missing = new Map<string, MissingBinary>();
  for (const [at, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (/^\d/.test(version) && !isLocked(packages, at, name)) missing.set(name, { name, version, dev });
    }
  }
  return [...missing.values()];
}

/** Looks the way Node does: beside the dependent's own modules, then further up. */
function isLocked(packages: Packages, at: string, name: string): boolean {
  for (let from = at; ; from = from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/")))) {
    if (`${from === "" ? "" : `${from}/`}node_modules/${name}` in packages) return true;
    if (!from.includes("/node_modules/")) return from !== "" && `node_modules/${name}` in packages;
  }
}

/** What a binary's name says about the machines it is for; npm installs it nowhere else. */
export function platformOf(name: string): Platform {
  if (name.endsWith("wasm32-wasi")) return { cpu: ["wasm32"] };
  const [, system, processor, library] = binaryName.exec(name) ?? [];
  if (system === undefined || processor === undefined) throw new Error(`${name}: the name does not tell its platform`);
  const libc = system === "linux" && library !== undefined ? libraries[library.replace(/eabi.*$/, "")] : undefined;
  return {
    cpu: [processor === "64" ? "x64" : processor],
    os: [systems[system] ?? system],
    ...(libc === undefined ? {} : { libc: [libc] }),
  };
}

if (import.meta.main) {
  const file = path.join(root, "package-lock.json");
  // npm wrote it; lock file version 3 has this shape.
  const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, LockedPackage> };
  const missing = missingBinaries(lock.packages);
  for (const { name, version, dev } of missing) {
    const entry = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
    lock.packages[`node_modules/${name}`] = entry;
  }
  const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  say(missing.length === 0 ? "package-lock.json is complete" : `added ${missing.length} binaries to package-lock.json`);
}
