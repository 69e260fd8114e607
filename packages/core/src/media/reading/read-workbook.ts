import type { FileCell } from "@zhibu/domain/checks/files/file-checker";
import { idCheckCharacter } from "@zhibu/domain/checks/id-number";
import { readingLimits } from "./reading-limits.ts";
import type { TextSink } from "./text-sink.ts";
import { Unreadable } from "./unreadable.ts";
import { readXml } from "./xml-events.ts";
import type { ZipParts } from "./zip-parts.ts";

const sheetPart = /^xl\/(?:worksheets|chartsheets|dialogsheets)\/[^/]+\.xml$/u;

/** Reads the cells of every sheet, hidden ones too, and the sheets' names. Returns the parts that are dealt with. */
export async function readWorkbook(parts: ZipParts, sink: TextSink): Promise<ReadonlySet<string>> {
  const strings = parts.names.find((name) => /(?:^|\/)sharedStrings\.xml$/iu.test(name));
  const words = strings === undefined ? [] : await readStrings(parts.stream(strings));
  const names = await sheetNames(parts);
  const sheets = parts.names.filter((name) => sheetPart.test(name));
  for (const part of sheets) {
    const sheet = names.get(part) ?? part.replace(/^.*\/|\.xml$/gu, "");
    sink.line(sheet, { at: "name" });
    await readSheet(parts.stream(part), sink, { sheet, words });
  }
  return new Set([...sheets, ...(strings === undefined ? [] : [strings])]);
}

/** Texts shared by cells; those no cell shows any more are in the file all the same, and cells report the others. */
async function readStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = [];
  let [current, chars, phonetic] = ["", 0, 0];
  let inText = false;
  await readXml(chunks, {
    open(name) {
      if (name === "si") current = "";
      if (name === "rPh") phonetic += 1;
      if (name === "t") inText = true;
    },
    text(text) {
      if (inText && phonetic === 0) current += text;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") phonetic -= 1;
      if (name !== "si") return;
      chars += current.length;
      if (chars > readingLimits.charsMax) throw new Unreadable("tooLong");
      strings.push(current);
    },
  });
  return strings;
}

/** The name people know each sheet's part by. */
async function sheetNames(parts: ZipParts): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  const names = new Map<string, string>();
  const read = async (part: string, open: (attributes: Readonly<Record<string, string>>) => void) => {
    if (parts.names.includes(part))
      await readXml(parts.stream(part), { open: (_name, attributes) => open(attributes) });
  };
  await read("xl/_rels/workbook.xml.rels", ({ Id, Target }) => {
    if (Id !== undefined && Target !== undefined) targets.set(Id, Target.replace(/^\/?(?:xl\/)?/u, "xl/"));
  });
  await read("xl/workbook.xml", (attributes) => {
    const [id, name] = [attributes["r:id"], attributes["name"]];
    const part = id === undefined ? undefined : targets.get(id);
    if (part !== undefined && name !== undefined) names.set(part, name);
  });
  return names;
}

type SheetContext = { readonly sheet: string; readonly words: readonly string[] };

async function readSheet(chunks: AsyncIterable<Buffer>, sink: TextSink, context: SheetContext): Promise<void> {
  const { sheet } = context;
  let cells: FileCell[] = [];
  let columns: number[] = [];
  let [reference, type, value] = ["", "n", ""];
  let collecting = false;
  sink.table();
  await readXml(chunks, {
    open(name, attributes) {
      if (name === "row") [cells, columns] = [[], []];
      if (name === "c") [reference, type, value] = [attributes["r"] ?? "", attributes["t"] ?? "n", ""];
      if (name === "v" || name === "t" || /^(?:odd|even|first)(?:Header|Footer)$/u.test(name)) collecting = true;
    },
    text(text) {
      if (collecting) value += text;
    },
    close(name) {
      if (name === "v" || name === "t") collecting = false;
      if (name === "c") {
        const column = columnOf(reference) ?? (columns.at(-1) ?? -1) + 1;
        const cell = reference === "" ? String(column + 1) : reference;
        cells.push({ text: textOf(type, value, context.words), place: { at: "cell", sheet, cell } });
        columns.push(column);
      }
      if (name === "row") sink.row(...withGaps(cells, columns));
      if (/^(?:odd|even|first)(?:Header|Footer)$/u.test(name)) {
        collecting = false;
        sink.line(value, { at: "headerFooter" });
        value = "";
      }
    },
  });
}

/** An empty cell between two others parts what stands in them. */
function withGaps(cells: readonly FileCell[], columns: readonly number[]): [FileCell[], number[]] {
  const [all, places]: [FileCell[], number[]] = [[], []];
  for (const [index, cell] of cells.entries()) {
    const [column = 0, last] = [columns[index], places.at(-1)];
    if (last !== undefined && column > last + 1) {
      all.push({ text: "", place: cell.place });
      places.push(last + 1);
    }
    all.push(cell);
    places.push(column);
  }
  return [all, places];
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(type: string, value: string, words: readonly string[]): string {
  if (type === "s") return words[Number(value)] ?? "";
  if (type !== "n") return value;
  // Seventeen figures of a fraction are nobody's card number; people see two of them.
  if (/^-?\d+\.\d{3,}$/u.test(value)) return String(Math.round(Number(value) * 100) / 100);
  return /^\d(?:\.\d+)?E\+?\d+$/iu.test(value) || /^\d{11,}(?:\.0*)?$/u.test(value) ? wholeNumber(value) : value;
}

/**
 * A long number as it is shown without its exponent. An ID number typed as a number has lost its last figures; it is
 * one all the same, so the character its figures call for is put in place of the one that was lost.
 */
function wholeNumber(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number) || number >= 1e21 || !Number.isInteger(number)) return value;
  const digits = BigInt(number).toString();
  if (digits.length !== 18) return digits;
  const first17 = digits.slice(0, 17);
  return `${first17}${idCheckCharacter(first17) ?? ""}`;
}
