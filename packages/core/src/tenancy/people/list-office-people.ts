import { Prisma } from "@zhibu/db/generated/client";
import { withOffice } from "@zhibu/db/scope";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { branchRoleFilters, endingSoonDays, type PeopleConcern } from "@zhibu/domain/tenancy/people-filters";
import type { ListOfficePeopleInput } from "@zhibu/domain/tenancy/people-inputs";
import type { Role } from "@zhibu/domain/tenancy/roles";
import type { OfficeContext } from "../../kernel/context.ts";
import { personNamed } from "../../kernel/person-named.ts";
import { decodeBranchCursor, encodeBranchCursor } from "../branches/branch-cursor.ts";

export type PersonRole = {
  role: Role;
  /** `null` where the role is the college's. */
  branchName: string | null;
  startsOn: string;
  endsOn: string | null;
};

export type OfficePersonRow = {
  id: string;
  loginName: string;
  displayName: string;
  disabled: boolean;
  /** Whether they ever chose a password of their own, or were handed one. */
  hasPassword: boolean;
  /** Whether a link to choose one is out and still works. */
  linkOpen: boolean;
  lastSeenAt: Date | null;
  /** Held today or later, the earliest end first. */
  roles: PersonRole[];
};

/** Every role of everybody, in a branch or in the college. */
const posts = Prisma.sql`
  (SELECT user_id, tenant_id, role::text AS role, starts_on, ends_on FROM branch_role
   UNION ALL SELECT user_id, NULL, role::text, starts_on, ends_on FROM college_role)`;

const current = (today: string) =>
  Prisma.sql`p.starts_on <= ${today}::date AND (p.ends_on IS NULL OR p.ends_on >= ${today}::date)`;
const notEnded = (today: string) => Prisma.sql`(p.ends_on IS NULL OR p.ends_on >= ${today}::date)`;
const endingSoon = (today: string) =>
  Prisma.sql`(${current(today)} AND p.ends_on <= ${addDays(today, endingSoonDays)}::date)`;
const ofPerson = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT FROM ${posts} p WHERE p.user_id = u.id AND ${condition})`;

function concernedBy(concern: PeopleConcern, today: string): Prisma.Sql {
  const conditions: Record<PeopleConcern, Prisma.Sql> = {
    all: Prisma.sql`true`,
    endingSoon: Prisma.sql`u.disabled_at IS NULL AND ${ofPerson(endingSoon(today))}`,
    neverSignedIn: Prisma.sql`u.disabled_at IS NULL AND NOT EXISTS (SELECT FROM user_session s WHERE s.user_id = u.id)`,
    withoutRole: Prisma.sql`u.disabled_at IS NULL AND NOT ${ofPerson(notEnded(today))}`,
    disabled: Prisma.sql`u.disabled_at IS NOT NULL`,
  };
  return conditions[concern];
}

/** Only the table a filter can be about is read: a branch's roles are not looked for in the college. */
function postsAsked({ branchSlug, role }: ListOfficePeopleInput): Prisma.Sql {
  const inBranches = Prisma.sql`(SELECT user_id, tenant_id, role::text AS role, starts_on, ends_on FROM branch_role)`;
  if (branchSlug !== undefined || branchRoleFilters.some((each) => each === role)) return inBranches;
  return role === undefined
    ? posts
    : Prisma.sql`(SELECT user_id, role::text AS role, starts_on, ends_on FROM college_role)`;
}

function postCondition(input: ListOfficePeopleInput, today: string): Prisma.Sql[] {
  const { branchSlug, role, standing } = input;
  if (branchSlug === undefined && role === undefined && standing === undefined) return [];
  const standings = {
    current: current(today),
    upcoming: Prisma.sql`p.starts_on > ${today}::date AND ${notEnded(today)}`,
    ended: Prisma.sql`p.ends_on < ${today}::date`,
  };
  const all = [
    standing === undefined ? notEnded(today) : standings[standing],
    ...(role === undefined ? [] : [Prisma.sql`p.role = ${role}`]),
    ...(branchSlug === undefined ? [] : [Prisma.sql`p.tenant_id = (SELECT id FROM branch WHERE slug = ${branchSlug})`]),
  ];
  return [Prisma.sql`u.id IN (SELECT p.user_id FROM ${postsAsked(input)} p WHERE ${Prisma.join(all, " AND ")})`];
}

function conditions(input: ListOfficePeopleInput, today: string): Prisma.Sql {
  const after = decodeBranchCursor(input.cursor, "text");
  const all = [
    concernedBy(input.concern, today),
    ...postCondition(input, today),
    ...(input.search === "" ? [] : [personNamed(input.search)]),
    ...(after === null ? [] : [Prisma.sql`(u.display_name, u.id) > (${after.value}, ${after.id}::uuid)`]),
  ];
  return Prisma.join(all, " AND ");
}

/** Everybody with an account by name, a page at a time by keyset, with the roles they hold today or will hold. */
export async function listOfficePeople(ctx: OfficeContext, input: ListOfficePeopleInput) {
  assertCanInCollege(ctx.actor.roles, "person:oversee");
  const now = ctx.now();
  const today = shanghaiDay(now);
  const rows = await withOffice(
    (tx) => tx.$queryRaw<OfficePersonRow[]>`
      WITH page AS MATERIALIZED (
        SELECT u.id, u.login_name, u.display_name, u.disabled_at FROM app_user u
        WHERE ${conditions(input, today)} ORDER BY u.display_name, u.id LIMIT ${input.limit + 1}
      )
      SELECT u.id, u.login_name AS "loginName", u.display_name AS "displayName", u.disabled_at IS NOT NULL AS disabled,
        EXISTS (SELECT FROM credential c WHERE c.user_id = u.id) AS "hasPassword",
        EXISTS (SELECT FROM one_time_link l WHERE l.user_id = u.id AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > ${now}) AS "linkOpen",
        (SELECT max(s.last_seen_at) FROM user_session s WHERE s.user_id = u.id) AS "lastSeenAt",
        (SELECT coalesce(json_agg(json_build_object('role', p.role, 'branchName', b.short_name,
            'startsOn', p.starts_on, 'endsOn', p.ends_on) ORDER BY p.ends_on, b.position, p.role), '[]')
          FROM ${posts} p LEFT JOIN branch b ON b.id = p.tenant_id WHERE p.user_id = u.id AND ${notEnded(today)}) AS roles
      FROM page u ORDER BY u.display_name, u.id`,
  );
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > input.limit && last ? encodeBranchCursor({ value: last.displayName, id: last.id }) : null,
    today,
    can: { manage: canInCollege(ctx.actor.roles, "person:manage") },
  };
}

/** How many people each concern is about: the same conditions, over everybody at once. */
export async function countOfficePeople(ctx: OfficeContext): Promise<Record<PeopleConcern, number>> {
  assertCanInCollege(ctx.actor.roles, "person:oversee");
  const today = shanghaiDay(ctx.now());
  const [row] = await withOffice(
    (tx) => tx.$queryRaw<Record<PeopleConcern, number>[]>`
      WITH held AS (
        SELECT p.user_id, bool_or(${notEnded(today)}) AS any_role, bool_or(${endingSoon(today)}) AS ending
        FROM ${posts} p GROUP BY p.user_id),
      seen AS (SELECT DISTINCT user_id FROM user_session)
      SELECT count(*)::int AS "all",
        count(*) FILTER (WHERE u.disabled_at IS NULL AND h.ending)::int AS "endingSoon",
        count(*) FILTER (WHERE u.disabled_at IS NULL AND s.user_id IS NULL)::int AS "neverSignedIn",
        count(*) FILTER (WHERE u.disabled_at IS NULL AND h.any_role IS NOT TRUE)::int AS "withoutRole",
        count(*) FILTER (WHERE u.disabled_at IS NOT NULL)::int AS disabled
      FROM app_user u LEFT JOIN held h ON h.user_id = u.id LEFT JOIN seen s ON s.user_id = u.id`,
  );
  return row ?? { all: 0, endingSoon: 0, neverSignedIn: 0, withoutRole: 0, disabled: 0 };
}
