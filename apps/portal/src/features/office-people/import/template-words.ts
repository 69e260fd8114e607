import type { TemplateWords } from "@zhibu/core/tenancy/people-import/people-template";
import { peopleColumns, peopleFields } from "@zhibu/domain/tenancy/people-import/people-columns";
import messages from "../../../../messages/zh-CN/office-people.json" with { type: "json" };

/** What the template says besides its headings; no sentence of it interpolates anything. */
export function templateWords(): TemplateWords {
  const { people, lists, notes, branchHeading, roleHeading, required, note } = messages.template;
  const columns = peopleFields.map((field) => [
    peopleColumns[field].header,
    peopleColumns[field].required ? note.must : note.may,
    note[field],
  ]);
  return {
    peopleSheet: people,
    listSheet: lists,
    notesSheet: notes,
    branchHeading,
    roleHeading,
    required,
    notes: [
      [note.column, note.need, note.how],
      ...columns,
      [note.privacyName, "", note.privacy],
      [note.limitName, "", note.limit],
    ],
  };
}

/** The name the template is saved under. */
export const templateFileName = messages.template.fileName;
