import { describe, expect, test } from "vitest";
import { columnLetters, type SheetCell, type SheetRow } from "../../kernel/sheet-cell.ts";
import { findHeadings } from "./find-headings.ts";
import { readDay } from "./read-day.ts";
import { branchWords, readPeopleRow } from "./read-people-row.ts";

const today = "2026-11-23";
const branches = branchWords([
  { tenantId: "t1", slug: "jichu", name: "基础医学院党总支", shortName: "基础医学院", archived: false },
  { tenantId: "t2", slug: "huli", name: "护理学院党总支", shortName: "护理学院", archived: true },
  { tenantId: "t3", slug: "yi", name: "第一党支部", shortName: "一支部", archived: false },
  { tenantId: "t4", slug: "er", name: "第一党支部", shortName: "二支部", archived: false },
]);

function cell(value: string | number | SheetCell): SheetCell {
  if (typeof value === "number") return { kind: "number", value };
  if (typeof value === "object") return value;
  return value === "" ? { kind: "empty" } : { kind: "text", text: value };
}
const row = (rowNo: number, ...values: (string | number | SheetCell)[]): SheetRow => ({
  rowNo,
  cells: values.map(cell),
});

const template = row(1, "姓名 *", "登录名（可空）", "邮箱", "支部 *", "角色 *", "任期开始 *", "任期结束");
const good = ["张三", "", "", "基础医学院", "信息员", "2026-11-23", ""] as const;

function read(values: readonly (string | number | SheetCell)[], heading = template) {
  const { headings } = findHeadings([heading]);
  if (!headings) throw new Error("no headings");
  return readPeopleRow(row(2, ...values), { headings, branches, today });
}

test("a whole row is understood, however it is typed", () => {
  const typed = [
    "张 三",
    "ＺhangSan",
    "Zhang@Example.edu.cn ",
    "jichu",
    "党总支书记",
    46_349,
    { kind: "date", day: "2029-11-22" },
  ] as const;
  expect(read(typed)).toMatchObject({
    rowNo: 2,
    problems: [],
    row: {
      displayName: "张三",
      loginName: "zhangsan",
      email: "zhang@example.edu.cn",
      tenantId: "t1",
      role: "secretary",
      startsOn: "2026-11-23",
      endsOn: "2029-11-22",
    },
  });
  expect(read([...good.slice(0, 6), "长期"]).row).toMatchObject({ loginName: null, email: null, endsOn: null });
});

describe("what is wrong is named with its column", () => {
  const withValue = (index: number, value: string | number | SheetCell) =>
    read(good.map((each, at) => (at === index ? value : each)));
  test.each<[number, string | number | SheetCell, string, string]>([
    [0, "", "A 姓名", "missing"],
    [3, "", "D 支部", "missing"],
    [4, "", "E 角色", "missing"],
    [5, "", "F 任期开始", "missing"],
    [0, { kind: "formula" }, "A 姓名", "formula"],
    [2, { kind: "error" }, "C 邮箱", "cellError"],
    [0, "=HYPERLINK(1)", "A 姓名", "formulaLike"],
    [1, "＋86", "B 登录名", "formulaLike"],
    [0, "张3", "A 姓名", "nameOdd"],
    [0, "张", "A 姓名", "nameOdd"],
    [0, "张".repeat(41), "A 姓名", "tooLong"],
    [1, "zhang wei", "B 登录名", "loginNameOdd"],
    [2, "zhang@", "C 邮箱", "emailOdd"],
    [3, "不存在的支部", "D 支部", "branchUnknown"],
    [3, "第一党支部", "D 支部", "branchAmbiguous"],
    [3, "护理学院", "D 支部", "branchArchived"],
    [4, "班长", "E 角色", "roleUnknown"],
    [4, "党务办公室", "E 角色", "roleOfCollege"],
    [5, "2026-02-30", "F 任期开始", "dayUnreadable"],
    [5, "去年", "F 任期开始", "dayUnreadable"],
    [5, "1066-10-14", "F 任期开始", "dayUnlikely"],
    [6, "2026-11-22", "G 任期结束", "endsBeforeStart"],
    [1, "11010519491231002X", "B 登录名", "idNumber"],
    [1, 110_105_194_912_310_020, "B 登录名", "idNumber"],
    [1, "138 1234 5678", "B 登录名", "mobile"],
    [2, "6222021234567890128", "C 邮箱", "bankCard"],
  ])("column %i with %j: %s %s", (index, value, place, reason) => {
    const { problems, row: taken } = withValue(index, value);
    expect(problems.map((problem) => [`${problem.column} ${problem.header}`, problem.reason])).toEqual([
      [place, reason],
    ]);
    expect(taken).toBeNull();
  });

  test("every wrong cell of a row, not only the first", () => {
    const { problems } = read(["", "张", "x", "无", "无", "无", "2020-01-01"]);
    expect(problems.map(({ column }) => column)).toEqual(["A", "B", "C", "D", "E", "F", "G"]);
  });

  test("a term that is over gives nobody anything", () => {
    expect(read([...good.slice(0, 5), "2024-01-01", "2026-11-22"]).problems).toMatchObject([{ reason: "endsInPast" }]);
  });

  test("a personal number is never kept, not even in a column that is not read", () => {
    const heading = row(1, "姓名", "登录名", "邮箱", "支部", "角色", "任期开始", "任期结束", "备注");
    const { problems, typed } = read(
      [...good.slice(0, 1), "11010519491231002X", ...good.slice(2), "电话 13812345678"],
      heading,
    );
    expect(problems.map(({ column, reason }) => [column, reason])).toEqual([
      ["B", "idNumber"],
      ["H", "mobile"],
    ]);
    expect(JSON.stringify(typed)).not.toMatch(/1949|1381234/u);
    expect(typed.loginName).toBe("110*************2X");
  });
});

describe("headings", () => {
  test("are found below a title, in any order, under other names, beside columns that are not read", () => {
    const heading = row(3, "序号", "职务", "开始日期", "所在党支部", "党支部", "姓名（必填）", "备注");
    const { headings, missing } = findHeadings([row(1, "人员名单"), row(2), heading]);
    expect(missing).toEqual([]);
    expect(headings).toMatchObject({
      rowNo: 3,
      columns: [null, "role", "startsOn", null, "branch", "displayName", null],
      unread: ["序号", "所在党支部", "备注"],
    });
    if (!headings) throw new Error("no headings");
    const { problems } = readPeopleRow(row(4, 1, "班长", "2026-11-23", "", "jichu", "张三"), {
      headings,
      branches,
      today,
    });
    expect(problems).toMatchObject([{ column: "B", header: "角色", reason: "roleUnknown" }]);
  });

  test("that are missing are named", () => {
    expect(findHeadings([row(1, "姓名", "支部")])).toMatchObject({ missing: ["角色", "任期开始"] });
    expect(findHeadings([row(1, "甲", "乙")])).toEqual({
      headings: null,
      missing: ["姓名", "支部", "角色", "任期开始"],
    });
  });
});

test.each<[string | number, string | null]>([
  ["2026-01-05", "2026-01-05"],
  ["2026/1/5", "2026-01-05"],
  ["2026．1．5", "2026-01-05"],
  ["2026年1月5日", "2026-01-05"],
  ["20260105", "2026-01-05"],
  [20_260_105, "2026-01-05"],
  ["2026-01-05 00:00:00", "2026-01-05"],
  [46_027, "2026-01-05"],
  ["2024-02-29", "2024-02-29"],
  ["2026-02-29", null],
  ["1/5/2026", null],
  ["46027", null],
  [12, null],
])("%j is the day %s", (typed, day) => {
  expect(readDay(cell(typed))).toBe(day);
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});
