import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { harmlessNumber } from "../checks/testing/harmless-numbers.ts";
import { plantedNumber } from "../checks/testing/personal-numbers.ts";
import { cellProblems } from "./check-cell.ts";
import { dayInWords } from "./day-in-words.ts";
import { defaultPublicityTemplates } from "./default-templates.ts";
import { isOpenObjection, nextObjectionState, objectionStates, objectionTransitions } from "./objection-states.ts";
import {
  nextPublicityState,
  openMoves,
  publicityReasonRequired,
  publicityStates,
  publicityTransitions,
  showsNames,
} from "./publicity-states.ts";
import { fillNotice, publicityTemplateSchema, type PublicityColumn } from "./publicity-template.ts";

function reachable(start: string, table: Readonly<Record<string, Readonly<Record<string, string>>>>): Set<string> {
  const found = new Set([start]);
  for (const state of found) for (const next of Object.values(table[state] ?? {})) found.add(next);
  return found;
}

describe("states", () => {
  test("every state can be reached and every move leads to a known state", () => {
    expect([...reachable("draft", publicityTransitions)].toSorted()).toEqual([...publicityStates].toSorted());
    expect([...reachable("received", objectionTransitions)].toSorted()).toEqual([...objectionStates].toSorted());
  });

  test("names are shown while the list runs and never otherwise", () => {
    expect(publicityStates.filter(showsNames)).toEqual(["running"]);
  });

  test("nothing runs without a signature, and nothing that ran can be edited", () => {
    expect(() => nextPublicityState("draft", "start")).toThrow(expect.objectContaining({ code: "CONFLICT" }));
    expect(() => nextPublicityState("in_review", "start")).toThrow(expect.objectContaining({ code: "CONFLICT" }));
    for (const state of ["running", "ended", "stated", "withdrawn"] as const) {
      expect(() => nextPublicityState(state, "edit")).toThrow(expect.objectContaining({ code: "CONFLICT" }));
    }
  });

  test("on a running list a correction is prepared, then handed in, then signed or sent back", () => {
    const moves = (prepared: boolean, handedIn: boolean) =>
      [...openMoves({ state: "running", prepared, handedIn })].toSorted();
    expect(moves(false, false)).toEqual(["edit", "end", "extend", "withdraw"]);
    expect(moves(true, false)).toEqual(["edit", "end", "extend", "submit", "withdraw"]);
    expect(moves(true, true)).toEqual(["end", "extend", "recall", "return", "sign", "withdraw"]);
    expect([...openMoves({ state: "in_review", prepared: true, handedIn: true })]).toEqual([
      "return",
      "recall",
      "sign",
    ]);
  });

  test("an objection is open until it is decided", () => {
    expect(objectionStates.filter(isOpenObjection)).toEqual(["received", "accepted", "investigated"]);
    expect(() => nextObjectionState("received", "uphold")).toThrow(expect.objectContaining({ code: "CONFLICT" }));
    expect(publicityReasonRequired).toContain("withdraw");
  });
});

describe("templates", () => {
  test.each(defaultPublicityTemplates)("$name is a template, minimal and with an assessment", (template) => {
    expect(publicityTemplateSchema.safeParse(template).error).toBeUndefined();
    expect(template.columns.length).toBeLessThanOrEqual(3);
  });

  test("a period under five working days, an unknown place-holder, a list without names are refused", () => {
    const [template] = defaultPublicityTemplates;
    for (const change of [
      { workingDaysMin: 4 },
      { notice: "公示至{{截止日}}" },
      { columns: [{ key: "unit", label: "部门", kind: "unit", required: true, lengthMax: 20 }] },
    ]) {
      expect(publicityTemplateSchema.safeParse({ ...template, ...change }).success).toBe(false);
    }
  });

  test.each([
    [{ 联系人: "组织员", 联系电话: "3831234", 联系地址: "" }, "联系人：组织员，电话：3831234。"],
    [{ 联系人: "组织员", 联系电话: "", 联系地址: "行政楼" }, "联系人：组织员，地址：行政楼。"],
    [{ 联系人: "", 联系电话: "", 联系地址: "行政楼" }, "地址：行政楼。"],
    [{ 联系人: "组织员", 联系地址: "" }, "联系人：组织员，电话：{{联系电话}}。"],
  ])("what is empty goes with its label: %j", (values, words) => {
    expect(fillNotice("请反映。联系人：{{联系人}}，电话：{{ 联系电话 }}，地址：{{联系地址}}。", values)).toBe(
      `请反映。${words.replace("{{联系电话}}", "{{ 联系电话 }}")}`,
    );
  });

  test("place-holders are filled in as text, whatever they hold", () => {
    const values = {
      支部: "护理学院党总支",
      开始日期: "2026年11月2日",
      结束日期: "2026年11月9日",
      工作日: "5",
      人数: "{{支部}}",
    };
    expect(fillNotice("{{支部}}公示{{ 工作日 }}日，共{{人数}}人，联系人{{联系人}}", values)).toBe(
      "护理学院党总支公示5日，共{{支部}}人，联系人{{联系人}}",
    );
    expect(dayInWords("2026-03-01")).toBe("2026年3月1日");
  });
});

describe("cells", () => {
  const column = (kind: PublicityColumn["kind"], label = "备注"): PublicityColumn => ({
    key: "cell",
    label,
    kind,
    required: true,
    lengthMax: 60,
  });

  test.each([
    ["name", "张示例"],
    ["name", "阿卜杜拉·买买提"],
    ["unit", "2023级护理学3班"],
    ["unit", "基础医学院教工第二党支部"],
    ["grade", "2023级"],
    ["major", "临床医学（5+3一体化）"],
    ["award", "2025—2026学年优秀共产党员"],
    ["award", "第12届"],
    ["text", "2026年6月28日支部大会"],
    ["text", "党发〔2026〕12号"],
  ] as const)("%s: %s may be published", (kind, text) => {
    expect(cellProblems(text, column(kind), 2026)).toEqual([]);
  });

  test.each([
    ["name", "", "missing"],
    ["name", "张示例13800138000", "mobile"],
    ["name", "张示例2", "figuresInName"],
    ["name", "张示例②", "figuresInName"],
    ["unit", "护理学202301001", "longNumber"],
    ["unit", "护理学 2 0 2 3 0 1 0 0 1", "longNumber"],
    ["text", "2023010203", "studentNumber"],
    ["text", "２０２３０１０２０３", "studentNumber"],
    ["text", "学号：2301020", "studentNumber"],
    ["text", "2003年5月6日", "birthDate"],
    ["text", "20030506", "birthDate"],
    ["text", "2008.5出生", "birthDate"],
    ["text", "河南省新乡市红旗区示例路12号", "address"],
    ["text", "示例小区3栋201室", "address"],
    ["text", "0373-3831234", "phone"],
    ["text", "zhang@example.com", "email"],
    ["award", "长".repeat(61), "tooLong"],
  ] as const)("%s: %s is stopped as %s", (kind, text, problem) => {
    expect(cellProblems(text, column(kind), 2026)).toContain(problem);
  });

  test("a bare number under the heading 学号 is one", () => {
    expect(cellProblems("230102034", column("text", "学号"), 2026)).toContain("studentNumber");
  });

  test("of 1,000 disguised personal numbers none passes", () => {
    const passed = fc
      .sample(plantedNumber, { numRuns: 1_000, seed: 20_261_123 })
      .map(([, number]) => number)
      .filter((number) => cellProblems(number, column("text"), 2026).length === 0);
    expect(passed).toEqual([]);
  });

  test("of 1,000 harmless numbers fewer than 2 % are stopped", () => {
    // Whoever writes a telephone number into a list is stopped on purpose, and so are dates of long ago.
    const harmless = fc
      .sample(harmlessNumber, { numRuns: 3_000, seed: 20_261_123 })
      .filter((text) => !/^[（0]\d{2,3}|^19|^20(?:0|10|11)/u.test(text))
      .slice(0, 1_000);
    const stopped = harmless.filter((text) => {
      const problems = cellProblems(text, { ...column("text"), lengthMax: 60 }, 2026);
      return problems.some((problem) => problem !== "tooLong");
    });
    expect(harmless).toHaveLength(1_000);
    expect(stopped.length).toBeLessThan(20);
  });
});
