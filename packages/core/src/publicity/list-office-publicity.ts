import { Prisma } from "@zhibu/db/generated/client";
import { withOffice, type Tx } from "@zhibu/db/scope";
import type { OverviewSort, OverviewView } from "@zhibu/domain/publicity/overview-views";
import type { ListOfficePublicityInput } from "@zhibu/domain/publicity/publicity-overview";
import { endingSoonUntil } from "@zhibu/domain/publicity/publicity-reminders";
import type { PublicityState } from "@zhibu/domain/publicity/publicity-states";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../kernel/context.ts";
import { optionalDayOf } from "../kernel/day-of.ts";
import { literalWords } from "../kernel/like-pattern.ts";
import { type BranchKeyKind, decodeBranchCursor, encodeBranchCursor } from "../tenancy/branches/branch-cursor.ts";
import { workingCalendar } from "./working-calendar.ts";

type OverviewRow = {
  id: string;
  slug: string;
  branch: string;
  title: string;
  typeName: string;
  state: PublicityState;
  lastDay: Date | null;
  provisional: boolean;
  stateSince: Date;
  openObjections: number;
};

export type OverviewCounts = Record<Exclude<OverviewView, "all">, number>;

const openObjections = Prisma.sql`
  (SELECT count(*)::int FROM objection o WHERE o.tenant_id = l.tenant_id AND o.list_id = l.id
    AND o.state IN ('received', 'accepted', 'investigated'))`;
const isObjected = Prisma.sql`(l.tenant_id, l.id) IN (
  SELECT tenant_id, list_id FROM objection WHERE state IN ('received', 'accepted', 'investigated'))`;

/** A list without an end stands behind every other. */
const never = "9999-12-31T00:00:00.000Z";

const valueOf = {
  endsAt: Prisma.sql`coalesce(l.ends_at, ${never}::timestamptz)`,
  branch: Prisma.sql`b.name`,
  objections: openObjections,
  stateSince: Prisma.sql`l.state_since`,
} as const satisfies Record<OverviewSort, Prisma.Sql>;

const kindOf = {
  endsAt: "instant",
  branch: "text",
  objections: "number",
  stateSince: "instant",
} as const satisfies Record<OverviewSort, BranchKeyKind>;

const typeOf = {
  number: Prisma.sql`int`,
  text: Prisma.sql`text`,
  instant: Prisma.sql`timestamptz`,
} as const satisfies Record<BranchKeyKind, Prisma.Sql>;

/** States are words of the statements, or no partial index would serve them. */
function inView(view: OverviewView, soon: Date): Prisma.Sql {
  return {
    running: Prisma.sql`l.state = 'running'`,
    endingSoon: Prisma.sql`(l.state = 'running' AND l.ends_at <= ${soon})`,
    unstated: Prisma.sql`l.state = 'ended'`,
    objected: isObjected,
    provisional: Prisma.sql`(l.state = 'running' AND l.provisional)`,
    all: Prisma.sql`true`,
  }[view];
}

/**
 * The lists of all branches, a page at a time by keyset in the chosen order, with how many there are of what the office
 * looks after. The calendar, the page and, for the first one, the counts are a statement each, however many branches there are.
 */
export async function listOfficePublicity(ctx: OfficeContext, input: ListOfficePublicityInput) {
  assertCanInCollege(ctx.actor.roles, "publicity:manage");
  return withOffice(async (tx) => {
    const soon = endingSoonUntil(ctx.now(), await workingCalendar(tx));
    return {
      ...(await readPage(tx, input, soon)),
      counts: input.cursor === undefined ? await countAll(tx, soon) : null,
      now: ctx.now(),
    };
  });
}

function conditions({ view, search }: ListOfficePublicityInput, soon: Date): Prisma.Sql {
  if (search === "") return inView(view, soon);
  const words = `%${literalWords(search)}%`;
  return Prisma.sql`${inView(view, soon)} AND (b.name ILIKE ${words} OR b.short_name ILIKE ${words} OR l.title ILIKE ${words})`;
}

async function readPage(tx: Tx, input: ListOfficePublicityInput, soon: Date) {
  const { sort, order, limit, cursor } = input;
  const kind = kindOf[sort];
  const after = decodeBranchCursor(cursor, kind);
  const [beyond, way] = order === "asc" ? [Prisma.sql`>`, Prisma.sql`ASC`] : [Prisma.sql`<`, Prisma.sql`DESC`];
  const rows = await tx.$queryRaw<(OverviewRow & { value: number | string })[]>`
    WITH chosen AS (
      SELECT l.tenant_id, l.id, ${valueOf[sort]} AS value
      FROM publicity_list l JOIN branch b ON b.id = l.tenant_id WHERE ${conditions(input, soon)}
    ),
    page AS MATERIALIZED (
      SELECT * FROM chosen
      WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(value, id) ${beyond} (${after.value}::${typeOf[kind]}, ${after.id}::uuid)`}
      ORDER BY value ${way}, id ${way} LIMIT ${limit + 1}
    )
    SELECT l.id, b.slug, b.name AS branch, l.title, v.definition->>'name' AS "typeName", l.state::text AS state,
      l.last_day AS "lastDay", l.provisional, l.state_since AS "stateSince", ${openObjections} AS "openObjections",
      ${kind === "instant" ? instant : Prisma.sql`page.value`} AS value
    FROM page JOIN publicity_list l ON l.tenant_id = page.tenant_id AND l.id = page.id
      JOIN branch b ON b.id = l.tenant_id JOIN publicity_template_version v ON v.id = l.template_version_id
    ORDER BY page.value ${way}, page.id ${way}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ value: _, lastDay, ...row }) => ({ ...row, lastDay: optionalDayOf(lastDay) })),
    nextCursor: rows.length > limit && last ? encodeBranchCursor(last) : null,
  };
}

/** An instant as a cursor carries it. */
const instant = Prisma.sql`to_char(page.value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function countAll(tx: Tx, soon: Date): Promise<OverviewCounts> {
  const [counts] = await tx.$queryRaw<OverviewCounts[]>`
    SELECT count(*) FILTER (WHERE ${inView("running", soon)})::int AS running,
      count(*) FILTER (WHERE ${inView("endingSoon", soon)})::int AS "endingSoon",
      count(*) FILTER (WHERE ${inView("unstated", soon)})::int AS unstated,
      count(*) FILTER (WHERE ${inView("provisional", soon)})::int AS provisional,
      (SELECT count(DISTINCT (tenant_id, list_id))::int FROM objection
        WHERE state IN ('received', 'accepted', 'investigated')) AS objected
    FROM publicity_list l WHERE l.state IN ('running', 'ended')`;
  if (!counts) throw new Error("a count without a row");
  return counts;
}
