import type { ProblemReason } from "@zhibu/domain/tenancy/people-import/people-row";
import type { FileRow, Value } from "./people-file.ts";

export type Planted = { rowNo: number; column: string; reason: ProblemReason };

const idNumber = "11010519491231002X";

type Slip = { at: number; column: number; value: Value; reason: ProblemReason };

/** One slip of the finger each, of every kind; `at` counts rows of people from 0. */
function slips(facts: { archived: string; somebodysLogin: string; somebodysEmail: string }): Slip[] {
  return [
    { at: 3, column: 0, value: "", reason: "missing" },
    { at: 17, column: 3, value: "", reason: "missing" },
    { at: 40, column: 4, value: "", reason: "missing" },
    { at: 77, column: 5, value: "", reason: "missing" },
    { at: 101, column: 3, value: "不存在的党支部", reason: "branchUnknown" },
    { at: 202, column: 3, value: "基础医学院当总支", reason: "branchUnknown" },
    { at: 303, column: 3, value: facts.archived, reason: "branchArchived" },
    { at: 404, column: 4, value: "班长", reason: "roleUnknown" },
    { at: 505, column: 4, value: "网站管理", reason: "roleUnknown" },
    { at: 606, column: 4, value: "党务办公室", reason: "roleOfCollege" },
    { at: 707, column: 5, value: "2026-02-30", reason: "dayUnreadable" },
    { at: 808, column: 5, value: "明年春天", reason: "dayUnreadable" },
    { at: 909, column: 6, value: "2029/13/01", reason: "dayUnreadable" },
    { at: 1010, column: 5, value: "0206-09-01", reason: "dayUnlikely" },
    { at: 1111, column: 6, value: "3029-08-31", reason: "dayUnlikely" },
    { at: 1212, column: 6, value: "2026-08-31", reason: "endsBeforeStart" },
    { at: 1313, column: 6, value: "2020-08-31", reason: "endsBeforeStart" },
    { at: 1414, column: 1, value: "wang wu", reason: "loginNameOdd" },
    { at: 1515, column: 1, value: "王五", reason: "loginNameOdd" },
    { at: 1616, column: 1, value: "x", reason: "loginNameOdd" },
    { at: 1717, column: 1, value: facts.somebodysLogin, reason: "loginNameOfOther" },
    { at: 1818, column: 2, value: "wangwu@", reason: "emailOdd" },
    { at: 1919, column: 2, value: "王五@例子", reason: "emailOdd" },
    { at: 2020, column: 2, value: facts.somebodysEmail, reason: "emailOfOther" },
    { at: 2121, column: 0, value: `王五${idNumber}`, reason: "idNumber" },
    { at: 2222, column: 1, value: idNumber, reason: "idNumber" },
    { at: 2323, column: 1, value: "13812345678", reason: "mobile" },
    { at: 2424, column: 2, value: "6222021234567890128", reason: "bankCard" },
    { at: 2525, column: 0, value: { formula: 'CONCATENATE("张","三")' }, reason: "formula" },
    { at: 2626, column: 0, value: '=HYPERLINK("http://example.com")', reason: "formulaLike" },
    { at: 2727, column: 1, value: "@SUM(A1)", reason: "formulaLike" },
    { at: 2828, column: 0, value: "王5", reason: "nameOdd" },
    { at: 2929, column: 0, value: "很".repeat(41), reason: "tooLong" },
  ];
}

const letters = ["A", "B", "C", "D", "E", "F", "G"];

/** Plants 37 errors in sound rows (at least 4,990 of them) and says what a preview has to name. */
export function plantErrors(
  rows: FileRow[],
  facts: {
    archived: string;
    somebodysLogin: string;
    somebodysEmail: string;
    disabledLogin: string;
    disabledName: string;
  },
): Planted[] {
  const planted: Planted[] = [];
  const put = (at: number, column: number, value: Value | undefined, reason: ProblemReason): void => {
    const row = rows[at];
    if (!row || value === undefined) throw new Error("no such row");
    row[column] = value;
    planted.push({ rowNo: at + 2, column: letters[column] ?? "", reason });
  };
  for (const { at, column, value, reason } of slips(facts)) put(at, column, value, reason);
  // The same login name, address and row a second time, far below the first.
  put(4000, 1, rows[3000]?.[1], "loginNameTwice");
  put(4101, 2, rows[3000]?.[2], "emailTwice");
  rows[4202] = [...(rows[3001] ?? [])];
  planted.push({ rowNo: 4204, column: "A", reason: "rowTwice" });
  put(4303, 0, facts.disabledName, "personDisabled");
  planted.pop();
  put(4303, 1, facts.disabledLogin, "personDisabled");
  return planted.toSorted((a, b) => a.rowNo - b.rowNo);
}
