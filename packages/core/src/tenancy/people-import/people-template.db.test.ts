import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { withOffice } from "@zhibu/db/scope";
import { findHeadings } from "@zhibu/domain/tenancy/people-import/find-headings";
import { readSpreadsheet } from "../../kernel/spreadsheet.ts";
import { newBranch } from "../../testing/contexts.ts";
import { officerOf } from "../../testing/office.ts";
import { reasonOf } from "../../testing/reason-of.ts";
import { peopleTemplate, type TemplateWords } from "./people-template.ts";
import { previewPeopleImport } from "./preview-people-import.ts";
import { upload } from "./testing/people-file.ts";

const words: TemplateWords = {
  peopleSheet: "人员",
  listSheet: "可选内容",
  notesSheet: "填写说明",
  branchHeading: "支部",
  roleHeading: "角色",
  required: " *",
  notes: [
    ["列", "要求", "怎么填"],
    ["姓名", "必填", "两个字以上"],
  ],
};

test("the template has our headings, lists to choose from, notes, and is understood when it comes back", async () => {
  const office = await officerOf();
  const [branch, archived] = [await newBranch(), await newBranch()];
  await withOffice((tx) => tx.branch.update({ where: { id: archived.tenantId }, data: { state: "archived" } }));
  const bytes = await peopleTemplate(office, words);
  const rows = await readSpreadsheet(bytes, { rowsMax: 10, columnsMax: 10 });
  expect(findHeadings(rows)).toMatchObject({ missing: [], headings: { rowNo: 1, unread: [] } });

  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(["人员", "可选内容", "填写说明"]);
  const choices = sheets[1]?.rows.flat() ?? [];
  expect(choices).toEqual(expect.arrayContaining([branch.name, "信息员", "网站管理员", "组织员", "书记"]));
  expect(choices).not.toContain(archived.name);
  const rules = sheets[0]?.dataValidations ?? [];
  expect(rules.map(({ type, range }) => [type, range])).toEqual([
    ["list", "D2:D5001"],
    ["list", "E2:E5001"],
  ]);
  expect(await reasonOf(previewPeopleImport(office, upload(bytes)))).toBe("import.empty");
});

test("is the office's alone", async () => {
  await expect(peopleTemplate(await officerOf(["auditor"]), words)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
