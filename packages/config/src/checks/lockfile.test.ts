import { describe, expect, test } from "vitest";
import { readText } from "./repository.ts";

type Locked = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string };
// npm writes it; lock file version 3 has this shape.
const { packages } = JSON.parse(readText("package-lock.json")) as { packages: Readonly<Record<string, Locked>> };

describe("package-lock.json", () => {
  test("describes every platform's binaries, or `npm ci` refuses (npm run lockfile adds them)", () => {
    const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.entries(optionalDependencies),
    );
    const exact = named.filter(([, version]) => /^\d/.test(version)).map(([name]) => name);
    const locked = new Set(
      Object.keys(packages).map((at) => at.slice(at.lastIndexOf("node_modules/") + "node_modules/".length)),
    );
    expect(exact.filter((name) => !locked.has(name))).toEqual([]);
  });

  test("names no registry", () => {
    expect(Object.entries(packages).filter(([, { resolved = "" }]) => /^https?:/.test(resolved))).toEqual([]);
  });
});
