import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { coreTiers, mayImport, slices } from "../boundaries.ts";
import { filesOf, readText, repositoryRoot } from "./repository.ts";
import { cycleIn, sliceGraph } from "./slice-graph.ts";

const allSlices: readonly string[] = slices;

/** Folders beside the slices, by ring. */
const otherFolders: Readonly<Record<string, readonly string[]>> = {
  "packages/domain/src": ["kernel"],
  "packages/core/src": ["kernel", "testing"],
};

function foldersIn(directory: string): string[] {
  const entries = readdirSync(path.join(repositoryRoot, directory), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

test.for(Object.entries(otherFolders))("folders of %s are slices", ([ring, others]) => {
  expect(foldersIn(ring).filter((name) => !allSlices.includes(name) && !others.includes(name))).toEqual([]);
});

test("every slice has its tier in core, and only one", () => {
  expect(coreTiers.flat().toSorted()).toEqual(["kernel", ...slices].toSorted());
});

test("every package and application says what it may import", () => {
  const present = ["packages", "apps"].flatMap((folder) => foldersIn(folder).map((name) => `${folder}/${name}`));
  expect(Object.keys(mayImport).toSorted()).toEqual(present.toSorted());
});

test("slices of core that import each other would be one slice", () => {
  const files = filesOf("packages/core/src/*/**/*.ts").filter((file) => !/\.test\.ts$|\/testing\//.test(file));
  const sources = files.map((file) => ({ file: file.replace("packages/core/src/", ""), source: readText(file) }));
  expect(cycleIn(sliceGraph(sources))).toBeNull();
});

test("a cycle between slices is found without a cycle of files", () => {
  const graph = sliceGraph([
    { file: "columns/order.ts", source: 'import { plan } from "../study/plan.ts";' },
    { file: "study/plan.ts", source: 'import type { Tree } from "../columns/tree.ts";' },
    { file: "columns/tree.ts", source: 'import { z } from "zod";' },
  ]);
  expect(cycleIn(graph)).toEqual(["columns", "study", "columns"]);
});
