import type { EntriesTemplateWords } from "@zhibu/core/publicity/entries-file";
import messages from "../../../../messages/zh-CN/publicity-import.json" with { type: "json" };

/** What the template says besides its headings. */
export function entriesWords(): EntriesTemplateWords {
  const words = messages.file;
  return {
    entriesSheet: words.entries,
    notesSheet: words.notes,
    required: words.required,
    must: words.must,
    may: words.may,
    charsMax: (max) => words.charsMax.replace("{max}", String(max)),
    notesHead: [words.column, words.need, words.how],
    notes: [
      [words.lineName, "", words.line],
      [words.privacyName, "", words.privacy],
      [words.limitName, "", words.limit],
    ],
  };
}

/** The name the template is saved under. */
export const entriesFileName = messages.file.name;
