import type { BranchRole } from "../roles.ts";
import { termsOverlap } from "../term.ts";
import type { PeopleField } from "./people-columns.ts";
import type { FieldPlaces, PeopleRow, ProblemReason, RowProblem } from "./people-row.ts";

export type KnownPerson = {
  userId: string;
  loginName: string;
  displayName: string;
  email: string | null;
  disabled: boolean;
};
export type KnownAppointment = {
  tenantId: string;
  role: BranchRole;
  userId: string;
  loginName: string;
  displayName: string;
  startsOn: string;
  endsOn: string | null;
};

/** What the database says of the names, addresses and branches in the file. */
export type KnownPeople = {
  /** Branches that were archived, perhaps since the rows were read. */
  archived: ReadonlySet<string>;
  persons: readonly KnownPerson[];
  appointments: readonly KnownAppointment[];
};

export type ComparedRow = { rowNo: number; row: PeopleRow };

/** What is wrong with rows because of what is there already; an empty list for a row that can be taken in. */
export function compareWithKnown(
  rows: readonly ComparedRow[],
  known: KnownPeople,
  places: FieldPlaces,
): ReadonlyMap<number, RowProblem[]> {
  const byLoginName = new Map(known.persons.map((person) => [person.loginName, person]));
  const byEmail = new Map(known.persons.flatMap((person) => (person.email === null ? [] : [[person.email, person]])));
  const held = Map.groupBy(known.appointments, ({ tenantId, role, displayName }) => key(tenantId, role, displayName));
  return new Map(
    rows.map(({ rowNo, row }) => {
      const say = sayer(places);
      if (known.archived.has(row.tenantId)) say("branch", "branchArchived");
      const holder = row.loginName === null ? undefined : byLoginName.get(row.loginName);
      if (holder && holder.displayName !== row.displayName)
        say("loginName", "loginNameOfOther", { name: holder.displayName });
      else if (holder?.disabled === true) say("loginName", "personDisabled");
      const addressee = row.email === null ? undefined : byEmail.get(row.email);
      if (addressee && addressee.loginName !== row.loginName)
        say("email", "emailOfOther", { loginName: addressee.loginName });
      const same = (held.get(key(row.tenantId, row.role, row.displayName)) ?? []).filter((other) =>
        termsOverlap(other, row),
      );
      const own = same.find(({ loginName }) => loginName === row.loginName);
      const [other] = same;
      if (own) say("role", "alreadyAppointed");
      // Somebody of this name holds the role: the same file again, or a namesake who needs a login name of their own.
      else if (other && row.loginName === null) say("displayName", "alreadyThere", { loginName: other.loginName });
      return [rowNo, say.problems];
    }),
  );
}

/** What is wrong between the rows of one file; each names the first row it collides with. */
export function compareWithinFile(
  rows: readonly ComparedRow[],
  places: FieldPlaces,
): ReadonlyMap<number, RowProblem[]> {
  const firstByLoginName = new Map<string, ComparedRow>();
  const firstByEmail = new Map<string, ComparedRow>();
  const seen = new Map<string, ComparedRow[]>();
  return new Map(
    rows.map((compared) => {
      const { rowNo, row } = compared;
      const say = sayer(places);
      const sameLogin = row.loginName === null ? undefined : firstOf(firstByLoginName, row.loginName, compared);
      if (sameLogin && sameLogin.row.displayName !== row.displayName)
        say("loginName", "loginNameTwice", { row: sameLogin.rowNo });
      const sameEmail = row.email === null ? undefined : firstOf(firstByEmail, row.email, compared);
      if (sameEmail && !isSamePerson(sameEmail.row, row)) say("email", "emailTwice", { row: sameEmail.rowNo });
      const posts = key(row.tenantId, row.role, row.displayName);
      const others = seen.get(posts) ?? [];
      const twice = others.find((other) => mayBeSamePerson(other.row, row) && termsOverlap(other.row, row));
      if (twice) say("displayName", "rowTwice", { row: twice.rowNo });
      seen.set(posts, [...others, compared]);
      return [rowNo, say.problems];
    }),
  );
}

/** A person may stand in several rows, with a role in each: then the login name says that they are one. */
function isSamePerson(a: PeopleRow, b: PeopleRow): boolean {
  return a.loginName !== null && a.loginName === b.loginName && a.displayName === b.displayName;
}

function mayBeSamePerson(a: PeopleRow, b: PeopleRow): boolean {
  return a.loginName === null || b.loginName === null || a.loginName === b.loginName;
}

function key(tenantId: string, role: BranchRole, displayName: string): string {
  return `${tenantId} ${role} ${displayName}`;
}

function firstOf(map: Map<string, ComparedRow>, word: string, row: ComparedRow): ComparedRow | undefined {
  const first = map.get(word);
  if (!first) map.set(word, row);
  return first;
}

function sayer(places: FieldPlaces) {
  const problems: RowProblem[] = [];
  const say = (field: PeopleField, reason: ProblemReason, params: RowProblem["params"] = {}): void => {
    problems.push({ ...places[field], reason, params });
  };
  return Object.assign(say, { problems });
}
