import { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { nounsOfGroup } from "@zhibu/domain/audit/action-groups";
import type { TrailFilter } from "@zhibu/domain/audit/trail-inputs";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import type { Keyset } from "../kernel/cursor.ts";
import type { AuditChanges } from "./audit-hash.ts";

/** One record as it lies in the database, with whose chain it is part of. */
export type TrailRow = {
  id: string;
  chainId: string;
  /** `null` in the college's own chain. */
  branchName: string | null;
  branchSlug: string | null;
  seq: number;
  action: string;
  subjectType: string;
  subjectId: string;
  /** `null` where the clock acted. */
  actorId: string | null;
  actorName: string;
  changes: AuditChanges;
  at: Date;
  hash: string;
};

/** A filter whose subject is known by its id. */
export type SettledFilter = Omit<TrailFilter, "subject"> & { subjectId?: string };

const noun = Prisma.sql`split_part(e.action, '.', 1)`;

function all(parts: readonly Prisma.Sql[]): Prisma.Sql {
  return parts.length === 0 ? Prisma.sql`true` : Prisma.join(parts, " AND ");
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** Where the list begins: after a row, else with the end of the period. */
function upperEnd({ toDay }: SettledFilter, after: Keyset | null): Keyset | null {
  if (after || toDay === undefined) return after;
  return { at: startOf(addDays(toDay, 1)), id: "00000000-0000-0000-0000-000000000000" };
}

function conditions(filter: SettledFilter, after: Keyset | null): Prisma.Sql[] {
  const { chainId, actorId, subjectId, group, fromDay } = filter;
  const end = upperEnd(filter, after);
  return [
    ...(chainId === undefined ? [] : [Prisma.sql`e.tenant_id = ${chainId}::uuid`]),
    ...(actorId === undefined ? [] : [Prisma.sql`e.actor_id = ${actorId}::uuid`]),
    ...(subjectId === undefined ? [] : [Prisma.sql`e.subject_id = ${subjectId}::uuid`]),
    ...(group === undefined ? [] : [Prisma.sql`${noun} = ANY(${[...nounsOfGroup[group]]}::text[])`]),
    ...(fromDay === undefined ? [] : [Prisma.sql`e.at >= ${startOf(fromDay)}`]),
    ...(end === null ? [] : [Prisma.sql`(e.at, e.id) < (${end.at}, ${end.id}::uuid)`]),
  ];
}

/**
 * The newest records of one kind of action over all chains, each noun by itself: a noun's rows lie in the order of the
 * list, a group's do not. Range and order keep to the noun's index even in a plan made for the average noun, which
 * would otherwise walk the whole trail in search of a rare one.
 */
function newestOfGroup(
  filter: SettledFilter,
  nouns: readonly string[],
  after: Keyset | null,
  limit: number,
): Prisma.Sql {
  const end = upperEnd(filter, after);
  const until = end
    ? Prisma.sql`(${noun}, e.at, e.id) < (noun.name, ${end.at}, ${end.id}::uuid)`
    : Prisma.sql`${noun} <= noun.name`;
  const from =
    filter.fromDay === undefined
      ? Prisma.sql`${noun} >= noun.name`
      : Prisma.sql`(${noun}, e.at) >= (noun.name, ${startOf(filter.fromDay)})`;
  return Prisma.sql`
    SELECT e.* FROM unnest(${[...nouns]}::text[]) AS noun (name) CROSS JOIN LATERAL (
      SELECT * FROM audit_entry e WHERE ${until} AND ${from}
      ORDER BY ${noun} DESC, e.at DESC, e.id DESC LIMIT ${limit}
    ) e ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
}

function newestRows(filter: SettledFilter, after: Keyset | null, limit: number): Prisma.Sql {
  const { chainId, actorId, subjectId, group } = filter;
  if (group !== undefined && chainId === undefined && actorId === undefined && subjectId === undefined)
    return newestOfGroup(filter, nounsOfGroup[group], after, limit);
  return Prisma.sql`
    SELECT e.* FROM audit_entry e WHERE ${all(conditions(filter, after))} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
}

/** Records newest first, after a position. */
export function readTrail(
  tx: Tx,
  filter: SettledFilter,
  { after, limit }: { after: Keyset | null; limit: number },
): Promise<TrailRow[]> {
  return tx.$queryRaw<TrailRow[]>`
    SELECT e.id::text, e.tenant_id::text AS "chainId", b.name AS "branchName", b.slug AS "branchSlug", e.seq, e.action,
      e.subject_type AS "subjectType", e.subject_id::text AS "subjectId", e.actor_id::text AS "actorId",
      e.actor_name AS "actorName", e.changes, e.at, e.hash
    FROM (${newestRows(filter, after, limit)}) e LEFT JOIN branch b ON b.id = e.tenant_id
    ORDER BY e.at DESC, e.id DESC`;
}

/** How many records a filter holds; counting stops at `max`. */
export async function countTrail(tx: Tx, filter: SettledFilter, max: number): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM audit_entry e WHERE ${all(conditions(filter, null))} LIMIT ${max}
    ) found`;
  return counted?.count ?? 0;
}
