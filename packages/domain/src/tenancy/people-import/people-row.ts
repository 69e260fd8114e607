import type { BranchRole } from "../roles.ts";
import type { PeopleField } from "./people-columns.ts";

/** Why a row can't be taken in; keys under `office-people.import.problem.` in the message files. */
export type ProblemReason =
  | "missing"
  | "tooLong"
  | "formula"
  | "formulaLike"
  | "cellError"
  | "idNumber"
  | "bankCard"
  | "mobile"
  | "nameOdd"
  | "loginNameOdd"
  | "emailOdd"
  | "branchUnknown"
  | "branchAmbiguous"
  | "branchArchived"
  | "roleUnknown"
  | "roleOfCollege"
  | "dayUnreadable"
  | "dayUnlikely"
  | "endsBeforeStart"
  | "endsInPast"
  | "rowTwice"
  | "loginNameTwice"
  | "emailTwice"
  | "loginNameOfOther"
  | "emailOfOther"
  | "personDisabled"
  | "alreadyAppointed"
  | "alreadyThere";

/** One thing wrong with one cell: its column's letter and heading, and why. */
export type RowProblem = {
  column: string;
  header: string;
  reason: ProblemReason;
  params: Readonly<Record<string, string | number>>;
};

/** A row whose every cell could be read. */
export type PeopleRow = {
  displayName: string;
  /** `null`: made of the name's pinyin. */
  loginName: string | null;
  email: string | null;
  tenantId: string;
  role: BranchRole;
  startsOn: string;
  endsOn: string | null;
};

/** What was typed, for the preview; personal numbers in it are masked. */
export type TypedRow = Readonly<Record<PeopleField, string>>;

/** Where each field stands: the letter of its column in this file and its heading. */
export type FieldPlaces = Readonly<Record<PeopleField, { column: string; header: string }>>;

/** A row of the file as it was judged by itself. `row` is `null` as soon as something in it is wrong. */
export type ReadRow = { rowNo: number; typed: TypedRow; row: PeopleRow | null; problems: RowProblem[] };
