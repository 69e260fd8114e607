import { expect, test } from "vitest";
import { readText, sourceFiles } from "./repository.ts";

const softLimit = 250;
const hardLimit = 400;

/** Files that may be longer than the hard limit, each with the reason why splitting would make it worse. */
const longFiles: Readonly<Record<string, string>> = {};

/** Names that attract whatever has no home. */
const homeless = /(^|\/)(utils?|helpers?|types|misc|common|shared|constants|lib)(\.test)?\.tsx?$/;

const lengths = sourceFiles().map((file) => ({ file, lines: readText(file).split("\n").length - 1 }));

test("no source file is longer than it can be read in one go", () => {
  const soft = lengths.filter(({ lines }) => lines > softLimit && lines <= hardLimit);
  for (const { file, lines } of soft)
    process.stderr.write(`note: ${file} has ${lines} lines (soft limit ${softLimit})\n`);
  expect(lengths.filter(({ file, lines }) => lines > hardLimit && longFiles[file] === undefined)).toEqual([]);
});

test("the list of long files holds no file that is short again", () => {
  const long = new Set(lengths.filter(({ lines }) => lines > hardLimit).map(({ file }) => file));
  expect(Object.keys(longFiles).filter((file) => !long.has(file))).toEqual([]);
});

test("every file is named for what it holds", () => {
  expect(sourceFiles().filter((file) => homeless.test(file))).toEqual([]);
});

test("a re-export hides where a thing lives: no index files", () => {
  expect(sourceFiles().filter((file) => /^packages\/.*\/index\.tsx?$/.test(file))).toEqual([]);
});
