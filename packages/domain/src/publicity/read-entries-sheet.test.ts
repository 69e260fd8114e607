import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plantedNumber } from "../checks/testing/personal-numbers.ts";
import type { SheetCell, SheetRow } from "../kernel/sheet-cell.ts";
import type { PublicityColumn } from "./publicity-template.ts";
import { entryRows, findEntryHeadings, readEntriesSheet } from "./read-entries-sheet.ts";

const column = (key: string, label: string, kind: PublicityColumn["kind"], required: boolean): PublicityColumn => ({
  ...{ key, label, kind, required },
  lengthMax: 20,
});
const template = {
  columns: [
    column("name", "姓名", "name", true),
    column("unit", "所在单位", "unit", true),
    column("grade", "年级", "grade", false),
  ],
};

const cellOf = (value: string | number | SheetCell): SheetCell => {
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value !== "string") return value;
  return value === "" ? { kind: "empty" } : { kind: "text", text: value };
};
const sheet = (...rows: readonly (readonly (string | number | SheetCell)[])[]): SheetRow[] =>
  rows.map((row, index) => ({ rowNo: index + 1, cells: row.map(cellOf) }));

function read(rows: readonly SheetRow[]) {
  const { headings } = findEntryHeadings(rows, template);
  if (!headings) throw new Error("no headings");
  return readEntriesSheet(entryRows(rows, headings), headings, template, 2026);
}

const found = (rows: readonly SheetRow[]) =>
  read(rows).problems.map(({ rowNo, column: letter, reason }) => `${letter}${rowNo} ${reason}`);

const head = ["姓名 *", "所在单位 *", "年级"];

describe("the headings", () => {
  test("may stand below a title, in another order, beside a running number, with the template's asterisk or full-width", () => {
    const rows = sheet(
      ["2026年秋季拟接收预备党员名单"],
      [],
      ["序号", "年级", "所在 单位", "姓名＊"],
      [1, 2023, "2023级护理学1班", " 示例 甲 "],
      [2, "", "2023级护理学2班", "示例乙"],
    );
    expect(read(rows)).toEqual({
      rowsTotal: 2,
      problems: [],
      entries: [
        { grade: "2023", unit: "2023级护理学1班", name: "示例 甲" },
        { grade: "", unit: "2023级护理学2班", name: "示例乙" },
      ],
    });
  });

  test("that are not there are named", () => {
    expect(findEntryHeadings(sheet(["张三", "李四"]), template)).toEqual({
      headings: null,
      missing: ["姓名", "所在单位"],
    });
    expect(findEntryHeadings(sheet(["姓名", "年级"]), template).missing).toEqual(["所在单位"]);
  });
});

describe("a column the template does not have", () => {
  test("is refused by its place, whatever it holds, and what stands in it is not told", () => {
    const rows = sheet([...head, "学号", "姓名"], ["示例甲", "护理学院", "", "20230101234", "示例甲"]);
    expect(found(rows)).toEqual(["D1 columnUnknown", "E1 columnTwice"]);
    expect(JSON.stringify(read(rows))).not.toContain("20230101234");
  });

  test("without a heading is refused once something stands in it", () => {
    expect(found(sheet([...head, "", ""], ["示例甲", "护理学院", "2023", "", "备注"]))).toEqual(["E1 headingMissing"]);
  });

  test("of running numbers is refused when it holds anything else", () => {
    expect(found(sheet(["序号", ...head], ["20230101234", "示例甲", "护理学院"]))).toEqual(["A1 columnUnknown"]);
  });
});

describe("a cell", () => {
  test.each<[string, SheetCell | string | number, string]>([
    ["empty", "", "B2 missing"],
    ["too long", "护".repeat(21), "B2 tooLong"],
    ["a formula", { kind: "formula" }, "B2 formula"],
    ["an error", { kind: "error" }, "B2 cellError"],
    ["what would run as one", "=1+1", "B2 formulaLike"],
    ["an identity number", "身份证11010519491231002X", "B2 idNumber"],
    ["an identity number Excel took for a number", 110105194912310000, "B2 idNumber"],
    ["a mobile number", 13800138000, "B2 mobile"],
    ["a date of birth", { kind: "date", day: "2003-05-06" }, "B2 birthDate"],
  ])("%s is told with its row and column", (_what, value, problem) => {
    expect(found(sheet(head, ["示例甲", value]))).toContain(problem);
    expect(read(sheet(head, ["示例甲", value])).entries).toEqual([]);
  });

  test("is shown as typed when its words are at fault, and masked when it is a number of somebody's", () => {
    const { problems } = read(sheet(head, ["示例甲", "学号20230101234"], ["示例甲", "护".repeat(30)]));
    expect(problems.map(({ typed }) => typed)).toEqual(["学号2********34", "护".repeat(30)]);
  });

  test("rows that say the same are told at the second", () => {
    expect(found(sheet(head, ["示例甲", "护理学院"], [], ["示例甲", "护理学院"]))).toEqual(["A4 twice"]);
  });
});

test("no planted number passes, wherever in the file it stands", () => {
  fc.assert(
    fc.property(plantedNumber, fc.nat(3), ([, text], place) => {
      const row = ["示例甲", "护理学院", "2023", ""];
      row[place] = text;
      expect(read(sheet([...head, "备注"], row)).entries).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
