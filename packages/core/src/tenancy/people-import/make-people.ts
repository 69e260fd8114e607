import type { ImportRun } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { freeLoginName } from "@zhibu/domain/tenancy/login-name";
import type { ComparedRow, KnownPeople } from "@zhibu/domain/tenancy/people-import/compare-people-rows";
import { appendAudits } from "../../audit/append-audits.ts";
import { dateOf, optionalDateOf } from "../../kernel/day-of.ts";
import { loginNameBaseOf, loginNamesLike } from "../suggest-login-name.ts";

type NewPerson = { id: string; loginName: string; displayName: string; email: string | null };
type Placed = ComparedRow & { userId: string };

/**
 * Makes the people and appointments of a batch with a handful of statements, each on record: the appointment in its
 * branch's trail, the person in the college's. The caller holds the lock of `lockPeople` and has compared the rows.
 */
export async function makePeople(
  tx: Tx,
  run: Pick<ImportRun, "id" | "startedById" | "startedByName">,
  rows: readonly ComparedRow[],
  known: KnownPeople,
  at: Date,
): Promise<{ rowNo: number; userId: string }[]> {
  const { persons, placed } = await givePersons(tx, run.id, rows, known);
  await tx.user.createMany({ data: persons.map((person) => ({ ...person, createdAt: at })) });
  await tx.branchRole.createMany({
    data: placed.map(({ row, userId }) => ({
      tenantId: row.tenantId,
      id: newId(),
      userId,
      role: row.role,
      startsOn: dateOf(row.startsOn),
      endsOn: optionalDateOf(row.endsOn),
      appointedById: run.startedById,
      createdAt: at,
    })),
  });
  await record(tx, run, persons, placed, at);
  return placed.map(({ rowNo, userId }) => ({ rowNo, userId }));
}

/** Which person each row is about: one who is there, one of an earlier row with the same login name, or a new one. */
async function givePersons(tx: Tx, importId: string, rows: readonly ComparedRow[], known: KnownPeople) {
  const ids = new Map(known.persons.map(({ loginName, userId }) => [loginName, userId]));
  const nameless = rows.filter(({ row }) => row.loginName === null);
  const bases = new Map(nameless.map(({ row }) => [row.displayName, loginNameBaseOf(row.displayName)]));
  const taken = await loginNamesLike(tx, [...new Set(bases.values())]);
  if (nameless.length > 0) for (const typed of await typedLoginNames(tx, importId)) taken.add(typed);
  const persons: NewPerson[] = [];
  const placed = rows.map((compared): Placed => {
    const { displayName, email } = compared.row;
    const loginName = compared.row.loginName ?? freeLoginName(bases.get(displayName) ?? "", taken);
    const there = compared.row.loginName === null ? undefined : ids.get(loginName);
    if (there !== undefined) return { ...compared, userId: there };
    const person = { id: newId(), loginName, displayName, email };
    persons.push(person);
    taken.add(loginName);
    ids.set(loginName, person.id);
    return { ...compared, userId: person.id };
  });
  return { persons, placed };
}

/** A name made of pinyin must not be one that a later row of the file asks for. */
async function typedLoginNames(tx: Tx, importId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ login_name: string }[]>`
    SELECT data #>> '{row,loginName}' AS login_name FROM import_row
    WHERE import_id = ${importId}::uuid AND data #>> '{row,loginName}' IS NOT NULL`;
  return rows.map((row) => row.login_name);
}

async function record(
  tx: Tx,
  run: Pick<ImportRun, "id" | "startedById" | "startedByName">,
  persons: readonly NewPerson[],
  placed: readonly Placed[],
  at: Date,
): Promise<void> {
  const by = { subjectType: "user", actorId: run.startedById, actorName: run.startedByName, at };
  await appendAudits(
    tx,
    placed.map(({ row, userId }) => {
      const { displayName, role, startsOn, endsOn } = row;
      const changes = { displayName, role, startsOn, endsOn, importId: run.id };
      return { ...by, tenantId: row.tenantId, action: "appointment.make", subjectId: userId, changes };
    }),
  );
  const college = await tx.college.findFirstOrThrow({ select: { id: true } });
  await appendAudits(
    tx,
    persons.map(({ id, loginName, displayName }) => {
      const changes = { loginName, displayName, importId: run.id };
      return { ...by, tenantId: college.id, action: "person.create", subjectId: id, changes };
    }),
  );
}
