import { newId } from "@zhibu/db/new-id";
import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { cellText, type SheetRow } from "@zhibu/domain/kernel/sheet-cell";
import { cleanFileName } from "@zhibu/domain/media/file-name";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { compareWithinFile, compareWithKnown } from "@zhibu/domain/tenancy/people-import/compare-people-rows";
import { findHeadings, headingRowsMax, type Headings } from "@zhibu/domain/tenancy/people-import/find-headings";
import { importLimits } from "@zhibu/domain/tenancy/people-import/import-limits";
import type { ReadRow } from "@zhibu/domain/tenancy/people-import/people-row";
import { placesOf, readPeopleRow } from "@zhibu/domain/tenancy/people-import/read-people-row";
import type { OfficeContext } from "../../kernel/context.ts";
import { readSheetUpload, type SheetUpload } from "../../media/read-sheet-upload.ts";
import { knownBranches, knownPeople } from "./known-people.ts";
import { storedRow, type ImportNotes } from "./stored-row.ts";

/**
 * Reads an Excel file of people into a preview: each row as typed with what is wrong with it. Nothing else is written.
 * @throws AppError TOO_LARGE, or INVALID when the file is no workbook, has no headings, no rows or too many.
 */
export async function previewPeopleImport(ctx: OfficeContext, file: SheetUpload): Promise<{ importId: string }> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const { rowsMax } = importLimits;
  const rows = await readSheetUpload(file, { ...importLimits, rowsMax: rowsMax + headingRowsMax });
  const { headings, missing } = findHeadings(rows);
  if (!headings || missing.length > 0)
    throw new AppError("INVALID", "import.headingsMissing", { names: missing.join("、") });
  const people = rows.filter(({ rowNo, cells }) => rowNo > headings.rowNo && cells.some((cell) => !isBlank(cell)));
  if (people.length === 0) throw new AppError("INVALID", "import.empty");
  if (people.length > rowsMax) throw new AppError("INVALID", "import.tooManyRows", { max: rowsMax });
  return withOffice(async (tx) =>
    keep(tx, ctx, cleanFileName(file.name), headings, await judge(tx, ctx, headings, people)),
  );
}

function isBlank(cell: SheetRow["cells"][number]): boolean {
  return cell.kind !== "formula" && cell.kind !== "error" && cellText(cell) === "";
}

async function judge(tx: Tx, ctx: OfficeContext, headings: Headings, rows: readonly SheetRow[]): Promise<ReadRow[]> {
  const branches = await knownBranches(tx);
  const today = shanghaiDay(ctx.now());
  const judged = rows.map((row) => readPeopleRow(row, { headings, branches, today }));
  const whole = judged.flatMap(({ rowNo, row }) => (row ? [{ rowNo, row }] : []));
  const places = placesOf(headings);
  const withinFile = compareWithinFile(whole, places);
  const withKnown = compareWithKnown(whole, await knownPeople(tx, whole), places);
  return judged.map((each) => ({
    ...each,
    problems: [...each.problems, ...(withinFile.get(each.rowNo) ?? []), ...(withKnown.get(each.rowNo) ?? [])],
  }));
}

async function keep(tx: Tx, ctx: OfficeContext, fileName: string, headings: Headings, rows: readonly ReadRow[]) {
  const importId = newId();
  const rowsBad = rows.filter(({ problems }) => problems.length > 0).length;
  await tx.importRun.create({
    data: {
      id: importId,
      kind: "people",
      fileName,
      rowsTotal: rows.length,
      rowsBad,
      startedById: ctx.actor.userId,
      startedByName: ctx.actor.displayName,
      createdAt: ctx.now(),
      notes: { places: placesOf(headings), unread: [...headings.unread] } satisfies ImportNotes,
    },
  });
  await tx.importRow.createMany({ data: rows.map((row) => ({ importId, ...storedRow(row) })) });
  return { importId };
}
