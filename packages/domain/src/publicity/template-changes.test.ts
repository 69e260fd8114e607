import { expect, test } from "vitest";
import { defaultPublicityTemplates } from "./default-templates.ts";
import { isForbiddenColumn } from "./forbidden-column.ts";
import { publicityTemplateSchema, type PublicityTemplate } from "./publicity-template.ts";
import { changedFields } from "./template-changes.ts";

const templates = defaultPublicityTemplates.map((template) => publicityTemplateSchema.parse(template));

function firstTemplate(): PublicityTemplate {
  const [template] = templates;
  if (!template) throw new Error("no default template");
  return template;
}

test("a template differs from itself in nothing, whatever the order its keys are stored in", () => {
  for (const template of templates) {
    // The database gives keys back in an order of its own.
    const stored = publicityTemplateSchema.parse(
      Object.fromEntries(Object.entries({ ...template, columns: template.columns.map(reversedKeys) }).toReversed()),
    );
    expect(changedFields(template, stored)).toEqual([]);
  }
});

const reversedKeys = (column: object) => Object.fromEntries(Object.entries(column).toReversed());

test("what changed is named, field by field, parts of the result and the assessment by themselves", () => {
  const template = firstTemplate();
  const [first, ...rest] = template.columns;
  expect(changedFields(template, { ...template, columns: first ? [...rest, first] : rest })).toEqual(["columns"]);
  expect(
    changedFields(template, {
      ...template,
      workingDaysMin: 7,
      result: { ...template.result, withObjections: "另一种写法" },
      assessment: { ...template.assessment, risks: "另一种风险" },
    }),
  ).toEqual(["workingDaysMin", "withObjections", "risks"]);
});

test.each(["身份证号", "学 号", "手机号码", "联系电话", "家庭住址", "出生年月", "银行卡号", "ＱＱ", "年龄"])(
  "no column may be called %s",
  (label) => expect(isForbiddenColumn(label)).toBe(true),
);

test.each([
  ...templates.flatMap(({ columns }) => columns.map(({ label }) => label)),
  ...["年级", "专业", "民族", "支部大会日期", "职务", "入党申请时间", "培养联系人"],
])("a column may be called %s", (label) => expect(isForbiddenColumn(label)).toBe(false));
