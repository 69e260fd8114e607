import type { EntriesTemplateWords } from "@zhibu/core/publicity/entries-file";
import messages from "../../../../messages/zh-CN/publicity-import.json" with { type: "json" };

const file = messages.file;

/** What the template says besides its headings. */
export function entriesWords(): EntriesTemplateWords {
  return {
    entriesSheet: file.entries,
    notesSheet: file.notes,
    required: file.required,
    must: file.must,
    may: file.may,
    charsMax: (max) => file.charsMax.replace("{max}", String(max)),
    notesHead: [file.column, file.need, file.how],
    notes: [
      [file.lineName, "", file.line],
      [file.privacyName, "", file.privacy],
      [file.limitName, "", file.limit],
    ],
  };
}

/** The name the template is saved under. */
export const entriesFileName = file.name;
