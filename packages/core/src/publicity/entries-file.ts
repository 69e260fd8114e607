import { withTenant } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { entriesFileLimits } from "@zhibu/domain/publicity/entries-limits";
import type { PublicityRefInput } from "@zhibu/domain/publicity/publicity-inputs";
import { nextPublicityState } from "@zhibu/domain/publicity/publicity-states";
import {
  entryHeadingRowsMax,
  entryRows,
  findEntryHeadings,
  readEntriesSheet,
  type EntriesFile,
} from "@zhibu/domain/publicity/read-entries-sheet";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";
import { writeSpreadsheet } from "../kernel/spreadsheet.ts";
import { readSheetUpload, type SheetUpload } from "../media/read-sheet-upload.ts";
import { getPublicityList, templateOf } from "./get-publicity-list.ts";

/** The words of the file that are not the template's. */
export type EntriesTemplateWords = {
  entriesSheet: string;
  notesSheet: string;
  required: string;
  /** Headings of the sheet of notes, and its closing lines. */
  notesHead: readonly string[];
  notes: readonly (readonly string[])[];
  /** What is said of a column that has to be filled in, and of one that need not be. */
  must: string;
  may: string;
  /** How long a cell may be. */
  charsMax: (max: number) => string;
};

const notesWidths = [16, 12, 70];
const columnWidthMin = 14;

/** The list's template while something of the list can be prepared. */
async function preparedTemplate(ctx: BranchContext, { publicityId }: PublicityRefInput) {
  assertCan(ctx.actor.roles, "publicity:prepare");
  return withTenant(ctx.tenantId, async (tx) => {
    const list = await getPublicityList(tx, ctx, publicityId);
    // On a running list it is a correction that is prepared.
    if (list.state !== "running") nextPublicityState(list.state, "edit");
    return templateOf(tx, list);
  });
}

/** An empty Excel file with exactly the columns this list may show, and notes on a sheet of their own. */
export async function entriesTemplate(
  ctx: BranchContext,
  ref: PublicityRefInput,
  words: EntriesTemplateWords,
): Promise<Uint8Array> {
  const { columns } = await preparedTemplate(ctx, ref);
  const headings = columns.map(({ label, required }) => (required ? label + words.required : label));
  const notes = columns.map(({ label, required, lengthMax }) => [
    label,
    required ? words.must : words.may,
    words.charsMax(lengthMax),
  ]);
  return writeSpreadsheet([
    {
      name: words.entriesSheet,
      rows: [headings],
      widths: columns.map(({ lengthMax }) => Math.max(columnWidthMin, Math.min(lengthMax, 40))),
    },
    { name: words.notesSheet, rows: [words.notesHead, ...notes, ...words.notes], widths: notesWidths },
  ]);
}

/**
 * Reads an Excel file of a list's people and says what is wrong with it, cell by cell. Nothing is kept of it: what was
 * read is saved, like anything typed, by whoever sees it and confirms.
 * @throws AppError TOO_LARGE, or INVALID when the file is no workbook, has no headings, nobody in it or too many.
 */
export async function previewEntries(
  ctx: BranchContext,
  ref: PublicityRefInput,
  file: SheetUpload,
): Promise<EntriesFile> {
  const template = await preparedTemplate(ctx, ref);
  const { rowsMax } = entriesFileLimits;
  const rows = await readSheetUpload(file, { ...entriesFileLimits, rowsMax: rowsMax + entryHeadingRowsMax });
  const { headings, missing } = findEntryHeadings(rows, template);
  if (!headings || missing.length > 0)
    throw new AppError("INVALID", "import.headingsMissing", { names: missing.join("、") });
  const people = entryRows(rows, headings);
  if (people.length === 0) throw new AppError("INVALID", "import.empty");
  if (people.length > rowsMax) throw new AppError("INVALID", "publicity.tooManyEntries", { max: rowsMax });
  return readEntriesSheet(people, headings, template, Number(shanghaiDay(ctx.now()).slice(0, 4)));
}
