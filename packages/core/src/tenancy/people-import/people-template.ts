import { withOffice } from "@zhibu/db/scope";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { importLimits } from "@zhibu/domain/tenancy/people-import/import-limits";
import { peopleColumns, peopleFields, roleWords } from "@zhibu/domain/tenancy/people-import/people-columns";
import { branchRoles } from "@zhibu/domain/tenancy/roles";
import type { OfficeContext } from "../../kernel/context.ts";
import { writeSpreadsheet } from "../../kernel/spreadsheet.ts";

/** The words of the template that are no headings. */
export type TemplateWords = {
  peopleSheet: string;
  listSheet: string;
  notesSheet: string;
  branchHeading: string;
  roleHeading: string;
  required: string;
  /** Headings and lines of the sheet of notes. */
  notes: readonly (readonly string[])[];
};

const widths = [14, 18, 30, 30, 16, 14, 14];

/** An empty Excel file to fill in: headings, lists to choose branch and role from, and notes on a sheet of their own. */
export async function peopleTemplate(ctx: OfficeContext, words: TemplateWords): Promise<Uint8Array> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const branches = await withOffice((tx) =>
    tx.branch.findMany({
      where: { state: { not: "archived" } },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { name: true },
    }),
  );
  const roles = branchRoles.map((role) => roleWords[role][0] ?? role);
  const names = branches.map(({ name }) => name);
  const lists = Array.from({ length: Math.max(names.length, roles.length) }, (_, index) => [
    names[index] ?? "",
    roles[index] ?? "",
  ]);
  const headings = peopleFields.map((field) => {
    const { header, required } = peopleColumns[field];
    return required ? header + words.required : header;
  });
  const rule = (field: "branch" | "role", column: number, count: number) => ({
    column: peopleFields.indexOf(field),
    rowsMax: importLimits.rowsMax,
    words: { sheet: words.listSheet, column, count },
  });
  return writeSpreadsheet([
    {
      name: words.peopleSheet,
      rows: [headings],
      widths,
      rules: [rule("branch", 0, names.length), rule("role", 1, roles.length)],
    },
    { name: words.listSheet, rows: [[words.branchHeading, words.roleHeading], ...lists], widths: [34, 16] },
    { name: words.notesSheet, rows: words.notes, widths: [16, 12, 70] },
  ]);
}
