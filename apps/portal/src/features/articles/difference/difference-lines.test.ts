import { expect, test } from "vitest";
import type { DiffLine } from "../article-data.ts";
import { differencePieces } from "./difference-lines.ts";

const line = (kind: DiffLine["kind"], change: DiffLine["change"]): DiffLine => ({
  kind,
  change,
  level: 0,
  cells: [],
  mediaId: null,
});

test("neighbouring table rows stand in one table", () => {
  const lines = [
    line("paragraph", "same"),
    line("tableRow", "same"),
    line("tableRow", "changed"),
    line("paragraph", "added"),
    line("tableRow", "added"),
  ];
  expect(
    differencePieces(lines, false).map((piece) => (piece.kind === "table" ? piece.rows.length : piece.kind)),
  ).toEqual(["line", 2, "line", 1]);
});

test("only the changes: what both have is counted, not shown", () => {
  const lines = [
    line("paragraph", "same"),
    line("tableRow", "same"),
    line("tableRow", "changed"),
    line("heading", "removed"),
    line("paragraph", "same"),
  ];
  expect(differencePieces(lines, true)).toMatchObject([
    { kind: "unchanged", count: 2 },
    { kind: "table" },
    { kind: "line" },
    { kind: "unchanged", count: 1 },
  ]);
});
