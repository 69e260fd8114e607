import type { FileCell } from "@zhibu/domain/checks/files/file-checker";
import type { FilePlace } from "@zhibu/domain/checks/files/file-reading";
import type { TextSink } from "./text-sink.ts";
import { readXml } from "./xml-events.ts";

type Row = { cells: string[]; columns: number[]; column: number };

/** Where a paragraph or a row stands that is the `no`-th of its part. */
export type PlaceOfWords = (what: "paragraph" | { readonly table: number }, no: number) => FilePlace;

/**
 * Reads paragraphs and tables of WordprocessingML and DrawingML, which call them alike. The runs of a paragraph are one
 * text whatever their formats; what was deleted with changes tracked, and what fields are made of, is still in the file.
 */
export async function readWords(chunks: AsyncIterable<Buffer>, sink: TextSink, place: PlaceOfWords): Promise<void> {
  /** Paragraphs lie in paragraphs where a text box is anchored in one. */
  const paragraphs: { shown: string; hidden: string }[] = [];
  const rows: Row[] = [];
  const tables: { no: number; rows: number }[] = [];
  let [paragraphNo, tableNo, skipping] = [0, 0, 0];
  let target: "shown" | "hidden" | null = null;

  function add(text: string, to: "shown" | "hidden" = "shown"): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph[to] += text;
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    paragraphNo += 1;
    const row = rows.at(-1);
    const at = place("paragraph", paragraphNo);
    if (paragraph.hidden !== "") sink.line(paragraph.hidden, at);
    if (row === undefined || row.cells.length === 0) {
      if (paragraph.shown !== "") sink.line(paragraph.shown, at);
    } else row.cells[row.cells.length - 1] += `${row.cells.at(-1) === "" ? "" : " "}${paragraph.shown}`;
  }

  function endRow(): void {
    const [row, table] = [rows.pop(), tables.at(-1)];
    if (row === undefined || table === undefined) return;
    table.rows += 1;
    const at = place({ table: table.no }, table.rows);
    sink.row(
      row.cells.map((text): FileCell => ({ text, place: at })),
      row.columns,
    );
  }

  const opened: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    p: () => void paragraphs.push({ shown: "", hidden: "" }),
    t: () => (target = "shown"),
    delText: () => (target = "hidden"),
    instrText: () => (target = "hidden"),
    tab: () => add("\t"),
    br: () => add(" "),
    cr: () => add(" "),
    noBreakHyphen: () => add("-"),
    tbl() {
      tableNo += 1;
      tables.push({ no: tableNo, rows: 0 });
      sink.table();
    },
    tr: () => void rows.push({ cells: [], columns: [], column: 0 }),
    tc(attributes) {
      const row = rows.at(-1);
      row?.cells.push("");
      row?.columns.push(row.column);
      if (row !== undefined) row.column += Number(attributes["gridSpan"] ?? 1) || 1;
    },
    gridSpan(attributes) {
      const row = rows.at(-1);
      if (row !== undefined) row.column += Math.max(0, (Number(attributes["w:val"]) || 1) - 1);
    },
  };
  const closed: Readonly<Record<string, () => void>> = {
    p: endParagraph,
    t: () => (target = null),
    delText: () => (target = null),
    instrText: () => (target = null),
    tr: endRow,
    tbl: () => void tables.pop(),
  };
  await readXml(chunks, {
    open(name, attributes) {
      // The same words again, for programs that can't show the newer form.
      if (name === "Fallback") skipping += 1;
      if (skipping === 0) opened[name]?.(attributes);
    },
    text(text) {
      if (skipping === 0 && target !== null) add(text, target);
    },
    close(name) {
      if (skipping === 0) closed[name]?.();
      if (name === "Fallback") skipping -= 1;
    },
  });
}
