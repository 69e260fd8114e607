import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { readSpreadsheet } from "./spreadsheet.ts";
import { streamCsv, streamXlsx, type StreamedTable } from "./stream-table.ts";

const dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1"];

function table(rows: readonly (readonly string[])[]): StreamedTable {
  const columns = [
    { heading: "动作", width: 10 },
    { heading: "说明", width: 40 },
  ];
  return {
    name: "审计记录",
    columns,
    rows: (async function* () {
      yield* rows;
    })(),
  };
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) => buffer(stream);

test("an Excel file opens again with every cell as text", async () => {
  const rows = [["发布", '有"引号"，有,逗号\n有换行'], ["编号", "007"], ...dangerous.map((text) => ["危险", text])];
  const bytes = await bytesOf(streamXlsx(table(rows)));
  const read = await readSpreadsheet(new Uint8Array(bytes), { rowsMax: 50, columnsMax: 2 });
  expect(read.map(({ cells }) => cells)).toEqual(
    [["动作", "说明"], ...rows].map((row) => row.map((text) => ({ kind: "text", text }))),
  );
});

test("comma-separated values begin with the mark, quote what must be quoted, and nothing runs as a formula", async () => {
  const rows = [["发布", '有"引号"，有,逗号\n有换行'], ...dangerous.map((text) => ["危险", text])];
  const text = (await bytesOf(streamCsv(table(rows)))).toString("utf8");
  expect(text.startsWith("\uFEFF动作,说明\r\n")).toBe(true);
  expect(text).toContain('发布,"有""引号""，有,逗号\n有换行"\r\n');
  for (const each of dangerous) expect(text).toContain(`危险,'${each}\r\n`);
});

test("rows are asked for as they are read, not all before", async () => {
  let made = 0;
  async function* endless(): AsyncGenerator<string[]> {
    for (;;) {
      made += 1;
      yield [String(made), "x"];
    }
  }
  const reader = streamCsv({ ...table([]), rows: endless() }).getReader();
  for (let chunk = 0; chunk < 5; chunk += 1) await reader.read();
  await reader.cancel();
  expect(made).toBeLessThan(20);
});
