import { Prisma } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { idSchema } from "@zhibu/domain/kernel/ids";
import type { TrailRow } from "./read-trail.ts";

/** What a subject is called today; `no` is an article's number, `live` whether readers see it. */
export type SubjectName = { name: string; no: number | null; live: boolean };

export type TrailNames = {
  subjectOf: (row: TrailRow) => SubjectName | null;
  /** Names of the columns, people and branches whose ids stand among the changes. */
  referencesOf: (row: TrailRow) => Readonly<Record<string, string>>;
};

type Pair = { tenantId: string; id: string };
type Found = { type: string; id: string; name: string; no: number | null; live: boolean };

/** Subjects found by their own id: the table and its column of words. */
const collegeTables: Readonly<Record<string, Prisma.Sql>> = {
  user: Prisma.sql`display_name AS name FROM app_user`,
  branch: Prisma.sql`name FROM branch`,
  college: Prisma.sql`name FROM college`,
  push: Prisma.sql`title AS name FROM push`,
  banner: Prisma.sql`left(text, 60) AS name FROM banner`,
  fact: Prisma.sql`name FROM fact`,
  term: Prisma.sql`words AS name FROM term`,
  collegePage: Prisma.sql`title AS name FROM college_page`,
  import: Prisma.sql`file_name AS name FROM import_run`,
  anchor: Prisma.sql`day::text AS name FROM audit_anchor`,
};

/** Subjects that lie in a branch. */
const branchTables: Readonly<Record<string, Prisma.Sql>> = {
  article: Prisma.sql`s.title AS name, s.no, (s.visibility::text = 'live') AS live FROM article s`,
  column: Prisma.sql`s.name, NULL::int AS no, false AS live FROM site_column s`,
  media: Prisma.sql`s.name, NULL::int AS no, false AS live FROM media s`,
};

function byId(type: string, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`SELECT ${type} AS type, id::text, NULL::int AS no, false AS live, ${collegeTables[type] ?? Prisma.empty} WHERE id = ANY(${[...ids]}::uuid[])`;
}

function inBranch(type: string, pairs: readonly Pair[]): Prisma.Sql {
  return Prisma.sql`SELECT ${type} AS type, s.id::text, ${branchTables[type] ?? Prisma.empty} JOIN unnest(${pairs.map(({ tenantId }) => tenantId)}::uuid[], ${pairs.map(({ id }) => id)}::uuid[]) AS p (tenant_id, id) ON p.tenant_id = s.tenant_id AND p.id = s.id`;
}

/** Every id among the changes, however deep. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") return idSchema.safeParse(value).success ? [value] : [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(idsIn) : [];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** What the records of one page are about, in one statement whatever they are about. */
export async function nameSubjects(tx: Tx, rows: readonly TrailRow[]): Promise<TrailNames> {
  const wanted = Map.groupBy(rows, ({ subjectType }) => subjectType);
  const references = rows.map((row) => ({ row, ids: unique(idsIn(row.changes)) }));
  const referenced = unique(references.flatMap(({ ids }) => ids));
  const idsOf = (type: string) => (wanted.get(type) ?? []).map(({ subjectId }) => subjectId);
  const pairsOf = (type: string) =>
    (wanted.get(type) ?? []).map(({ chainId, subjectId }): Pair => ({ tenantId: chainId, id: subjectId }));
  const columns = references.flatMap(({ row, ids }) => ids.map((id): Pair => ({ tenantId: row.chainId, id })));

  const parts = [
    ...Object.keys(collegeTables).map((type) => {
      const ids = unique([...idsOf(type), ...(type === "user" || type === "branch" ? referenced : [])]);
      return ids.length === 0 ? null : byId(type, ids);
    }),
    ...Object.keys(branchTables).map((type) => {
      const pairs = [...pairsOf(type), ...(type === "column" ? columns : [])];
      return pairs.length === 0 ? null : inBranch(type, pairs);
    }),
  ].filter((part) => part !== null);
  const found = parts.length === 0 ? [] : await tx.$queryRaw<Found[]>(named(parts));
  const names = new Map(found.map((each) => [`${each.type}:${each.id}`, each]));
  return {
    subjectOf: ({ subjectType, subjectId }) => names.get(`${subjectType}:${subjectId}`) ?? null,
    referencesOf: (row) =>
      Object.fromEntries(
        unique(idsIn(row.changes)).flatMap((id) => {
          const name = ["column", "user", "branch"].map((type) => names.get(`${type}:${id}`)?.name).find(Boolean);
          return name === undefined ? [] : [[id, name]];
        }),
      ),
  };
}

/** The parts list their columns in orders of their own. */
function named(parts: readonly Prisma.Sql[]): Prisma.Sql {
  const same = parts.map((part) => Prisma.sql`SELECT type, id, name, no, live FROM (${part}) found`);
  return Prisma.join(same, " UNION ALL ");
}
