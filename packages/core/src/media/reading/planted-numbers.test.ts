import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileFinding } from "@zhibu/domain/checks/files/file-reading";
import { harmlessNumber } from "@zhibu/domain/checks/testing/harmless-numbers";
import { bankCard, idNumber, mobileNumber, plantedNumber } from "@zhibu/domain/checks/testing/personal-numbers";
import { withFile } from "../testing/with-file.ts";
import { readFileText } from "./read-file.ts";
import { makeDocx, makePptx, makeTextPdf, makeXlsx } from "./testing/make-files.ts";

const planted = fc.sample(plantedNumber, { numRuns: 1_000, seed: 20_261_129 }).map(([, number]) => number);
const harmless = fc.sample(harmlessNumber, { numRuns: 1_000, seed: 20_261_129 });

/** Few enough for a file to tell of each of them. */
const perFile = 20;

/** Each line is told from the others by words that are no number. */
type Format = {
  readonly name: string;
  readonly suffix: string;
  readonly make: (lines: readonly string[]) => Buffer;
  /** The line a find stands in, from 0. */
  readonly lineOf: (finding: FileFinding) => number;
};

const noOf = ({ place }: FileFinding) => ("no" in place ? place.no - 1 : -1);
const rowOf = ({ place }: FileFinding) => (place.at === "cell" ? Number(place.cell.replaceAll(/\D/gu, "")) - 1 : -1);

const formats: readonly Format[] = [
  { name: "docx, paragraphs in many runs", suffix: "docx", make: (lines) => makeDocx(lines), lineOf: noOf },
  {
    name: "docx, cells of a table",
    suffix: "docx",
    make: (lines) =>
      makeDocx(
        [],
        lines.map((line) => ["示例甲", line, "合格"]),
      ),
    lineOf: noOf,
  },
  {
    name: "xlsx, cells",
    suffix: "xlsx",
    make: (lines) => makeXlsx([{ name: "名单", rows: lines.map((line) => ["示例甲", line, "合格"]) }]),
    lineOf: rowOf,
  },
  { name: "pptx, slides", suffix: "pptx", make: (lines) => makePptx(lines), lineOf: noOf },
  {
    name: "pdf, a page each",
    suffix: "pdf",
    make: (lines) => makeTextPdf(lines.map((line) => [`示例甲 ${line} 合格`])),
    lineOf: noOf,
  },
  {
    name: "txt, lines",
    suffix: "txt",
    make: (lines) => Buffer.from(lines.map((line) => `示例甲，${line}，合格`).join("\n\n")),
    lineOf: (finding) => noOf(finding) / 2,
  },
  {
    name: "csv, cells",
    suffix: "csv",
    make: (lines) => Buffer.from(lines.map((line) => `示例甲,"${line}",合格`).join("\r\n")),
    lineOf: noOf,
  },
];

/** The lines of all files in which something was found. */
async function stoppedIn({ suffix, make, lineOf }: Format, lines: readonly string[]): Promise<string[]> {
  const stopped: string[] = [];
  for (let at = 0; at < lines.length; at += perFile) {
    const part = lines.slice(at, at + perFile);
    const { state, findings } = await withFile(make(part), (path) => readFileText({ path, suffix }, () => false));
    expect(state).toBe("read");
    const found = new Set(findings.map(lineOf));
    stopped.push(...part.filter((_, index) => found.has(index)));
  }
  return stopped;
}

describe.each(formats)("$name", (format) => {
  test("of 1,000 planted personal numbers none passes", async () => {
    const stopped = new Set(await stoppedIn(format, planted));
    expect(planted.filter((number) => !stopped.has(number))).toEqual([]);
  }, 60_000);

  test("of 1,000 harmless numbers fewer than 2 % are stopped", async () => {
    expect((await stoppedIn(format, harmless)).length).toBeLessThan(20);
  }, 60_000);
});

describe("across the cells of a row", () => {
  /** A figure in each cell, as forms have it, or a group. */
  const cut = (number: string, lengths: readonly number[]) => {
    let at = 0;
    const cells = lengths.map((length) => number.slice(at, (at += length)));
    return [...cells, ...Array.from(number.slice(at))];
  };
  const acrossCells = fc.oneof(
    fc.tuple(idNumber, fc.constantFrom([], [6, 8, 4], [6, 4, 4, 4])).map(([number, lengths]) => cut(number, lengths)),
    fc
      .tuple(
        mobileNumber.filter((number) => !number.startsWith("19")),
        fc.constantFrom([], [3, 4, 4], [3, 8]),
      )
      .map(([number, lengths]) => cut(number, lengths)),
    bankCard.filter(({ length }) => length === 16).map((number) => cut(number, [4, 4, 4, 4])),
  );
  const figures = (max: number) => fc.integer({ min: 0, max }).map(String);
  const rows = fc.oneof(
    fc.array(figures(2_000), { minLength: 3, maxLength: 12 }),
    fc.array(figures(99_999_999), { minLength: 2, maxLength: 8 }),
    fc.tuple(figures(35), fc.constantFrom("2024", "2025", "2026"), figures(12), figures(31)),
  );

  async function stoppedRows(cells: readonly (readonly string[])[]): Promise<number> {
    let stopped = 0;
    for (let at = 0; at < cells.length; at += perFile) {
      const part = cells.slice(at, at + perFile).map((row) => ["示例甲", ...row, "合格"]);
      const file = makeXlsx([{ name: "表", rows: part }]);
      const { findings } = await withFile(file, (path) => readFileText({ path, suffix: "xlsx" }, () => false));
      stopped += new Set(findings.map(rowOf)).size;
    }
    return stopped;
  }

  test("of 1,000 personal numbers none passes", async () => {
    expect(await stoppedRows(fc.sample(acrossCells, { numRuns: 1_000, seed: 20_261_129 }))).toBe(1_000);
  }, 60_000);

  test("of 1,000 rows of figures fewer than 2 % are stopped", async () => {
    expect(await stoppedRows(fc.sample(rows, { numRuns: 1_000, seed: 20_261_129 }))).toBeLessThan(20);
  }, 60_000);
});
