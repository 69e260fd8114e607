import { Prisma } from "@zhibu/db/generated/client";
import { withOffice, type Tx } from "@zhibu/db/scope";
import type { BranchSort } from "@zhibu/domain/tenancy/branch-filters";
import type { ListOfficeBranchesInput } from "@zhibu/domain/tenancy/branch-overview";
import type { BranchKind, BranchState } from "@zhibu/domain/tenancy/branch-states";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { literalWords } from "../../kernel/like-pattern.ts";
import { branchCounts, branchesByMonthItems, branchRules } from "./branch-counts.ts";
import { type BranchKeyKind, decodeBranchCursor, encodeBranchCursor } from "./branch-cursor.ts";

export type OfficeBranchRow = {
  id: string;
  slug: string;
  customDomain: string | null;
  name: string;
  shortName: string;
  kind: BranchKind;
  state: BranchState;
  stateReason: string;
  stateSince: Date;
  mergedIntoName: string | null;
  /** Own items of this month that readers see. */
  monthItems: number;
  waiting: number;
  overdueReviews: number;
  failed: number;
  overdueCorrections: number;
  /** When anybody last changed an article; `null` where there is none. */
  lastActivity: Date | null;
};

export type OfficeBranchSummary = { branches: number; closed: number; waiting: number; withOverdue: number };

const lastChange = Prisma.sql`
  (SELECT updated_at FROM article WHERE tenant_id = b.id ORDER BY updated_at DESC, id DESC LIMIT 1)`;

/** A branch where nothing was ever written stands behind every other. */
const never = "0001-01-01T00:00:00.000Z";

/** The chosen branches, each with what the page is ordered by as `value`: no more than that is computed for all. */
function orderedBy(sort: BranchSort, chosen: Prisma.Sql, now: Date): Prisma.Sql {
  const by = (value: Prisma.Sql) => Prisma.sql`SELECT b.id, ${value} AS value FROM branch b WHERE ${chosen}`;
  switch (sort) {
    case "position":
      return by(Prisma.sql`b.position`);
    case "name":
      return by(Prisma.sql`b.name`);
    case "lastActivity":
      return by(Prisma.sql`coalesce(${lastChange}, ${never}::timestamptz)`);
    case "monthItems":
      return branchesByMonthItems(chosen, now);
    default:
      return by(branchCounts(now)[sort]);
  }
}

/** What a page is ordered by, as a cursor carries it. */
const kindOf = {
  position: "number",
  name: "text",
  monthItems: "number",
  waiting: "number",
  overdue: "number",
  lastActivity: "instant",
} as const satisfies Record<BranchSort, BranchKeyKind>;

function conditions(input: ListOfficeBranchesInput, now: Date): Prisma.Sql {
  const { state, kind, search, onlyOverdue } = input;
  const words = `%${literalWords(search)}%`;
  const all = [
    state === "current" ? Prisma.sql`b.state IN ('open', 'suspended')` : Prisma.sql`b.state = ${state}::branch_state`,
    kind === "all" ? Prisma.sql`b.kind IN ('general', 'direct')` : Prisma.sql`b.kind = ${kind}::branch_kind`,
    ...(search === ""
      ? []
      : [Prisma.sql`(b.name ILIKE ${words} OR b.short_name ILIKE ${words} OR b.slug ILIKE ${words})`]),
    ...(onlyOverdue ? [branchCounts(now).hasOverdue] : []),
  ];
  return Prisma.join(all, " AND ");
}

/** Every branch with what the office has to look after, a page at a time by keyset in the chosen order. */
export async function listOfficeBranches(ctx: OfficeContext, input: ListOfficeBranchesInput) {
  assertCanInCollege(ctx.actor.roles, "branch:oversee");
  const now = ctx.now();
  return withOffice(async (tx) => {
    const { items, nextCursor } = await readPage(tx, input, now);
    const summary = input.cursor === undefined ? await summarise(tx, now) : null;
    return {
      items,
      nextCursor,
      summary,
      rules: branchRules,
      can: { manage: canInCollege(ctx.actor.roles, "branch:manage") },
    };
  });
}

async function readPage(tx: Tx, input: ListOfficeBranchesInput, now: Date) {
  const { limit } = input;
  const kind = kindOf[input.sort];
  const after = decodeBranchCursor(input.cursor, kind);
  const counts = branchCounts(now);
  const [beyond, way] = input.order === "asc" ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const rows = await tx.$queryRaw<(OfficeBranchRow & { value: number | string })[]>`
    WITH ordered AS (${orderedBy(input.sort, conditions(input, now), now)}),
    page AS MATERIALIZED (
      SELECT * FROM ordered
      WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(value, id) ${beyond} (${typed(after.value, kind)}, ${after.id}::uuid)`}
      ORDER BY value ${way}, id ${way} LIMIT ${limit + 1}
    )
    SELECT b.id, b.slug, b.custom_domain AS "customDomain", b.name, b.short_name AS "shortName", b.kind, b.state,
      b.state_reason AS "stateReason", b.state_since AS "stateSince", target.name AS "mergedIntoName",
      ${counts.monthItems} AS "monthItems", ${counts.waiting} AS waiting, ${counts.overdueReviews} AS "overdueReviews",
      ${counts.failed} AS failed, ${counts.overdueCorrections} AS "overdueCorrections", ${lastChange} AS "lastActivity",
      ${kind === "instant" ? instant : Prisma.sql`page.value`} AS value
    FROM page JOIN branch b ON b.id = page.id LEFT JOIN branch target ON target.id = b.merged_into_id
    ORDER BY page.value ${way}, page.id ${way}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ value: _, ...row }): OfficeBranchRow => row),
    nextCursor: rows.length > limit && last ? encodeBranchCursor(last) : null,
  };
}

/** An instant as a cursor carries it. */
const instant = Prisma.sql`to_char(page.value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const typeOf = {
  number: Prisma.sql`int`,
  text: Prisma.sql`text`,
  instant: Prisma.sql`timestamptz`,
} as const satisfies Record<BranchKeyKind, Prisma.Sql>;

function typed(value: number | string, kind: BranchKeyKind): Prisma.Sql {
  return Prisma.sql`${value}::${typeOf[kind]}`;
}

/** The college at a glance, above the list. */
async function summarise(tx: Tx, now: Date): Promise<OfficeBranchSummary> {
  const [summary] = await tx.$queryRaw<OfficeBranchSummary[]>`
    SELECT count(*) FILTER (WHERE state = 'open')::int AS branches,
      count(*) FILTER (WHERE state = 'suspended')::int AS closed,
      (SELECT count(*)::int FROM article WHERE work_state = 'in_review') AS waiting,
      count(*) FILTER (WHERE state IN ('open', 'suspended') AND ${branchCounts(now).hasOverdue})::int AS "withOverdue"
    FROM branch b WHERE kind IN ('general', 'direct')`;
  return summary ?? { branches: 0, closed: 0, waiting: 0, withOverdue: 0 };
}
