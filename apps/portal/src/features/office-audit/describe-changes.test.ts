import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { nounsOfGroup } from "@zhibu/domain/audit/action-groups";
import { publicityActions } from "@zhibu/domain/publicity/publicity-states";
import errors from "../../../messages/zh-CN/errors.json" with { type: "json" };
import notifications from "../../../messages/zh-CN/notifications.json" with { type: "json" };
import messages from "../../../messages/zh-CN/office-audit.json" with { type: "json" };
import { changeText, describeChanges, type AuditWords } from "./describe-changes.ts";

type Tree = { readonly [key: string]: string | Tree };

/** The words themselves, without the library that finds them on a page. */
function wordsIn(tree: Tree): (code: string) => string | null {
  return (code) => {
    const found = code
      .split(".")
      .reduce<string | Tree | undefined>((part, key) => (typeof part === "object" ? part[key] : undefined), tree);
    return typeof found === "string" ? found : null;
  };
}

const words: AuditWords = {
  action: wordsIn(messages.action),
  subjectType: wordsIn(messages.subjectType),
  field: wordsIn(messages.field),
  value: wordsIn(messages.value),
  change: wordsIn(messages.change),
  anyChange: messages.anyChange,
  nothing: messages.nothing,
  empty: messages.emptyText,
  system: messages.system,
  college: messages.college,
};

const column = "0192f0a0-1b2c-7000-8000-00000000000a";

function told(action: string, changes: Record<string, unknown>, references: Record<string, string> = {}): string[] {
  return describeChanges(words, { action, changes, references }).map(changeText);
}

describe("what a record changed, in words", () => {
  test.each<[string, string, Record<string, unknown>, string[]]>([
    [
      "a move of states",
      "article.submit",
      { no: 12, from: "draft", to: "in_review" },
      ["状态：草稿 → 待审核", "编号：12"],
    ],
    ["a new name", "column.rename", { from: "动态", to: "支部动态" }, ["名称：动态 → 支部动态"]],
    [
      "fields before and after, where they differ",
      "media.update",
      { from: { name: "a.png", alt: "" }, to: { name: "a.png", alt: "合影" } },
      ["替代文字：（空） → 合影"],
    ],
    ["a pair inside", "person.update", { displayName: { from: "甲", to: "乙" } }, ["姓名：甲 → 乙"]],
    ["a switch", "college.switchTotp", { before: false, after: true }, ["变化：否 → 是"]],
    ["nothing", "article.discard", { opinion: null }, ["意见：（无）"]],
    ["a list", "column.order", { order: ["甲", "乙"] }, ["顺序：甲、乙"]],
    [
      "an instant",
      "article.publish",
      { publishedAt: "2026-11-23T01:02:03.000Z" },
      ["发布时间：2026年11月23日 09:02:03"],
    ],
    ["what has no words", "article.edit", { somethingNew: "x_1" }, ["somethingNew：x_1"]],
  ])("%s", (_, action, changes, lines) => {
    expect(told(action, changes)).toEqual(lines);
  });

  test("ids by the names of what they belong to", () => {
    expect(told("article.create", { columnId: column }, { [column]: "通知公告" })).toEqual(["栏目：通知公告"]);
    expect(told("article.create", { columnId: column })).toEqual([`栏目：${column}`]);
  });

  test("a person's words are never taken for ours", () => {
    expect(told("article.return", { reason: "标题 draft 请改" })).toEqual(["理由：标题 draft 请改"]);
  });
});

/** Actions whose verb is put together where it is recorded. */
const putTogether = [
  ...["handIn", "submit", "recall", "return", "approve", "schedule", "unschedule", "fail"].map(
    (verb) => `article.${verb}`,
  ),
  ...["feature", "decline", "end"].map((verb) => `nomination.${verb}`),
  ...publicityActions.map((verb) => `publicity.${verb}`),
  ...["accept", "investigate", "uphold", "dismiss"].map((verb) => `objection.${verb}`),
];

/** Every `"noun.verb"` where records are written, but for reasons of errors and kinds of notices, which look the same. */
function actionsInCore(): string[] {
  const core = path.resolve(import.meta.dirname, "../../../../../packages/core/src");
  const literals = globSync("**/*.ts", { cwd: core })
    .filter((file) => !/\.test\.ts$|testing\//u.test(file))
    .map((file) => readFileSync(path.join(core, file), "utf8"))
    .filter((source) => /\b(?:audit\w*|appendAudit)\(/u.test(source))
    .map((source) => source.replaceAll(/(?:AppError\(\s*"\w+",|notFound\()\s*[^)]*/gu, ""))
    .flatMap((source) => [...source.matchAll(/"([a-z]\w*\.[a-z]\w*)"/giu)].map(([, text = ""]) => text));
  const others = [wordsIn(errors), wordsIn(notifications.line)];
  const nouns = new Set(Object.keys(messages.action));
  return [...new Set(literals)]
    .filter((text) => nouns.has(text.split(".")[0] ?? "") && others.every((find) => find(text) === null))
    .toSorted();
}

describe("the words for actions", () => {
  test("there are some to look for", () => {
    expect(actionsInCore().length).toBeGreaterThan(40);
  });

  test.each([...putTogether, ...actionsInCore()])("%s", (action) => {
    expect(words.action(action)).not.toBeNull();
  });

  test("every noun is found by a group of the filter", () => {
    const grouped: readonly string[] = Object.values(nounsOfGroup).flat();
    expect(Object.keys(messages.action).filter((noun) => !grouped.includes(noun))).toEqual([]);
  });
});
