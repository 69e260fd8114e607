import { Readable } from "node:stream";
import { writeXlsx } from "hucre/xlsx";
import type { TestBranch } from "@zhibu/db/testing/factories";

export const headings = ["姓名*", "登录名（可空）", "邮箱", "支部*", "角色*", "任期开始*", "任期结束"];

export type Value = string | number | Date | { formula: string };
export type FileRow = Value[];

/** An Excel file as somebody saves it; a formula keeps the value it showed. */
export async function workbook(rows: readonly FileRow[], heading: readonly string[] = headings): Promise<Uint8Array> {
  const formulas = rows.flatMap((row, at) =>
    row.flatMap((value, column) =>
      typeof value === "object" && "formula" in value ? [[`${at + 1},${column}`, value.formula] as const] : [],
    ),
  );
  return writeXlsx({
    sheets: [
      {
        name: "人员",
        rows: [[...heading], ...rows.map((row) => row.map((value) => (isFormula(value) ? "" : value)))],
        cells: new Map(
          formulas.map(([at, formula]) => [at, { type: "formula", value: "张三", formula, formulaResult: "张三" }]),
        ),
      },
    ],
  });
}

function isFormula(value: Value): value is { formula: string } {
  return typeof value === "object" && "formula" in value;
}

/** The file as it arrives from a browser. */
export function upload(bytes: Uint8Array, name = "人员名单.xlsx") {
  return { name, content: Readable.from([bytes]) };
}

/** A mark that makes the people of one test nobody else's; without figures, which together might be somebody's number. */
export function freshMark(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => "abcdef".charAt(byte % 6)).join("");
}

/** As many sound rows as asked for, spread over the branches; login names and addresses carry the mark. */
export function soundRows(count: number, branches: readonly TestBranch[], mark: string): FileRow[] {
  const roles = ["信息员", "网站管理员", "组织员", "书记"];
  return Array.from({ length: count }, (_, index) => [
    `测试${hanOf(mark)}${hanOf(index.toString(16).padStart(4, "0"))}`,
    index % 2 === 0 ? `p${mark}${index}` : "",
    index % 3 === 0 ? `p${mark}${index}@example.edu.cn` : "",
    branches[index % branches.length]?.name ?? "",
    roles[index % roles.length] ?? "",
    index % 5 === 0 ? new Date("2026-09-01") : "2026年9月1日",
    index % 4 === 0 ? "" : "2029-08-31",
  ]);
}

const digits = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳";

/** Hexadecimal figures as characters a name may have. */
function hanOf(hex: string): string {
  return Array.from(hex, (digit) => digits[Number.parseInt(digit, 16)] ?? "").join("");
}
