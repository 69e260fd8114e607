import { z } from "zod";
import { cleanText } from "../articles/document/clean-text.ts";
import { checkedLine } from "../checks/checked-line.ts";
import { textDetectors } from "../checks/text-detectors.ts";
import { idSchema } from "../kernel/ids.ts";
import { cellProblems, type CellProblem } from "./check-cell.ts";
import { publicityFilesMax } from "./check-files.ts";
import { entriesMax } from "./entries-limits.ts";
import type { PublicityTemplate } from "./publicity-template.ts";

export const publicityTitleCharsMax = 80;

const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => cleanText(text).replaceAll(/\s+/gu, " ").trim());

/** A row of a list: the column's key → what it says. Keys the template does not have are dropped when it is saved. */
export const publicityEntrySchema = z.record(z.string().max(20), line(200));
export type PublicityEntry = z.infer<typeof publicityEntrySchema>;

/** Whom an objection reaches without the form. */
export const publicityContactSchema = z.object({ name: line(40), phone: line(40), address: line(120) });

/** What whoever prepares a list fills in. */
export const publicityDraftSchema = z.object({
  title: line(publicityTitleCharsMax),
  entries: z.array(publicityEntrySchema).max(entriesMax),
  contact: publicityContactSchema,
  /** ISO instant at which a signed list begins; `null` for the moment of the signature. */
  startsAt: z.iso.datetime({ offset: true }).nullable(),
  /** A last day later than the shortest period's, `YYYY-MM-DD`; `null` for the shortest. */
  lastDay: z.iso.date().nullable(),
  /** Files readers may fetch while it runs, in order; uploaded for a list and never part of the library. */
  attachmentIds: z
    .array(idSchema)
    .max(publicityFilesMax)
    .transform((ids) => [...new Set(ids)])
    .default([]),
});
export type PublicityDraft = z.infer<typeof publicityDraftSchema>;

/** What keeps a list from being submitted and signed. `row` counts from 1; 0 is the list itself. */
export type DraftProblem = {
  row: number;
  /** Key of the column, or the field of the list. */
  column: string;
  problem: CellProblem | "noEntries" | "nameInTitle" | "personalInTitle" | "twice" | "contactMissing";
};

/** Shorter names are words of their own too often. */
const nameInTitleCharsMin = 2;

/** The columns that hold names. */
export function nameKeys(template: Pick<PublicityTemplate, "columns">): string[] {
  return template.columns.filter(({ kind }) => kind === "name").map(({ key }) => key);
}

/** Whether a text that stays after the period says one of the names. */
export function holdsName(
  text: string,
  entries: readonly PublicityEntry[],
  template: Pick<PublicityTemplate, "columns">,
): boolean {
  const bare = text.replaceAll(/\s+/gu, "");
  return nameKeys(template).some((key) =>
    entries.some((entry) => {
      const name = (entry[key] ?? "").replaceAll(/\s+/gu, "");
      return Array.from(name).length >= nameInTitleCharsMin && bare.includes(name);
    }),
  );
}

/** Everything wrong with a draft under a template, row by row. None of it can be waived (DOMAIN §3). */
export function draftProblems(draft: PublicityDraft, template: PublicityTemplate, yearNow: number): DraftProblem[] {
  return [...listProblems(draft, template), ...entryProblems(draft.entries, template, yearNow)];
}

function listProblems(draft: PublicityDraft, template: PublicityTemplate): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const add = (column: string, problem: DraftProblem["problem"]) => problems.push({ row: 0, column, problem });
  if (draft.title === "") add("title", "missing");
  // The title stays on the stub when the names are gone.
  if (holdsName(draft.title, draft.entries, template)) add("title", "nameInTitle");
  const title = checkedLine(draft.title, (from, to) => ({ field: "title", from, to }));
  const personal = textDetectors.filter(({ shown }) => shown !== undefined);
  if (personal.some(({ find }) => find(title).length > 0)) add("title", "personalInTitle");
  if (draft.entries.length === 0) add("entries", "noEntries");
  if (draft.contact.phone === "" && draft.contact.address === "") add("contact", "contactMissing");
  return problems;
}

/** What is wrong with the people of a list, row by row. */
export function entryProblems(
  entries: readonly PublicityEntry[],
  template: Pick<PublicityTemplate, "columns">,
  yearNow: number,
): DraftProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const row = index + 1;
    const cells = template.columns.flatMap((column) =>
      cellProblems(entry[column.key] ?? "", column, yearNow).map((problem) => ({ row, column: column.key, problem })),
    );
    const words = template.columns.map(({ key }) => entry[key] ?? "").join("\u0000");
    const twice: DraftProblem[] = seen.has(words)
      ? [{ row, column: template.columns[0]?.key ?? "", problem: "twice" }]
      : [];
    seen.add(words);
    return [...cells, ...twice];
  });
}

/** The entry with the template's columns alone: what else a file brought along is not kept. */
export function withinTemplate(entry: PublicityEntry, template: Pick<PublicityTemplate, "columns">): PublicityEntry {
  return Object.fromEntries(template.columns.map(({ key }) => [key, entry[key] ?? ""]));
}
