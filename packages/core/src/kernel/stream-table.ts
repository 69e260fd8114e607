import { writeXlsxStream } from "hucre/xlsx";
import { looksLikeFormula } from "@zhibu/domain/kernel/sheet-cell";

export type StreamedTable = {
  name: string;
  columns: readonly { heading: string; /** In characters. */ width: number }[];
  rows: AsyncIterable<readonly string[]>;
};

/** An Excel file made while its rows arrive: memory does not grow with them. Every cell is text, so nothing runs as a formula. */
export function streamXlsx({ name, columns, rows }: StreamedTable): ReadableStream<Uint8Array> {
  return writeXlsxStream(mutable(rows), {
    name,
    columns: columns.map(({ heading, width }) => ({ header: heading, width, numFmt: "@" })),
    freezePane: { rows: 1 },
  });
}

async function* mutable(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string[]> {
  for await (const row of rows) yield [...row];
}

/** A spreadsheet would run `=…` and its like; the apostrophe says that it is text. */
function csvCell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine(cells: readonly string[]): Buffer {
  return Buffer.from(`${cells.map(csvCell).join(",")}\r\n`);
}

/** Without the mark Excel takes Chinese in UTF-8 for something else. */
const utf8Mark = Buffer.from("\uFEFF");

/** A small table as comma-separated values, whole. */
export function writeCsv(headings: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  return Buffer.concat([utf8Mark, csvLine(headings), ...rows.map(csvLine)]);
}

async function* csvLines({ columns, rows }: StreamedTable): AsyncGenerator<Uint8Array, undefined> {
  yield Buffer.concat([utf8Mark, csvLine(columns.map(({ heading }) => heading))]);
  for await (const row of rows) yield csvLine(row);
  return undefined;
}

/** The same as comma-separated values, in UTF-8 with its mark. */
export function streamCsv(table: StreamedTable): ReadableStream<Uint8Array> {
  const lines = csvLines(table);
  return new ReadableStream({
    async pull(controller) {
      const line = await lines.next();
      if (line.done === true) controller.close();
      else controller.enqueue(line.value);
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
