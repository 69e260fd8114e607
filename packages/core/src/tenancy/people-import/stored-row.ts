import type { Prisma } from "@zhibu/db/generated/client";
import type {
  FieldPlaces,
  PeopleRow,
  ReadRow,
  RowProblem,
  TypedRow,
} from "@zhibu/domain/tenancy/people-import/people-row";

/** What `import_run.notes` holds: where this file has which column, and the headings that were not read. */
export type ImportNotes = { places: FieldPlaces; unread: readonly string[] };

/** What `import_row.data` holds. */
export type StoredData = { typed: TypedRow; row: PeopleRow | null };

export function storedRow({ rowNo, typed, row, problems }: ReadRow) {
  return { rowNo, data: { typed, row }, problems } satisfies {
    rowNo: number;
    data: Prisma.InputJsonValue;
    problems: Prisma.InputJsonValue;
  };
}

export function readStoredData(data: Prisma.JsonValue): StoredData {
  // Written by `storedRow` alone.
  return data as StoredData;
}

export function readStoredProblems(problems: Prisma.JsonValue): RowProblem[] {
  // Written by `storedRow`, and by the job for what it met.
  return problems as RowProblem[];
}

export function readStoredNotes(notes: Prisma.JsonValue): ImportNotes {
  // Written by the preview alone.
  return notes as unknown as ImportNotes;
}
