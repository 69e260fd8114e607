import { type Tx, withOffice } from "@zhibu/db/scope";
import type { TenantId, UserId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { Actor, BranchMembership } from "@zhibu/domain/tenancy/actor";
import type { BranchRole, CollegeRole } from "@zhibu/domain/tenancy/roles";
import { demandsSecondFactor } from "@zhibu/domain/tenancy/second-factor";
import { oldestOpenSession, type SessionMethod } from "@zhibu/domain/tenancy/session";
import { type Term, termCovers } from "@zhibu/domain/tenancy/term";

/** What a session token claims: who, on which device. */
export type SessionClaim = { userId: string; sessionId: string };

type BranchRoleRow = Term & {
  role: BranchRole;
  tenantId: string;
  slug: string;
  name: string;
  shortName: string;
  position: number;
};

type PersonRow = {
  login_name: string;
  display_name: string;
  method: SessionMethod;
  last_seen_at: Date;
  must_change_password: boolean;
  totp_required: boolean;
  has_totp: boolean;
  branch_roles: readonly BranchRoleRow[];
  college_roles: readonly (Term & { role: CollegeRole })[];
};

/** Everything a request must know of who sends it, in one statement; nothing when the session no longer holds. */
async function readPerson(tx: Tx, { userId, sessionId }: SessionClaim, now: Date): Promise<PersonRow | undefined> {
  const [row] = await tx.$queryRaw<PersonRow[]>`
    SELECT u.login_name, u.display_name, s.method, s.last_seen_at,
      coalesce(c.must_change_password, false) AS must_change_password,
      coalesce((SELECT bool_or(totp_required) FROM college), false) AS totp_required,
      EXISTS (SELECT FROM second_factor f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS has_totp,
      coalesce((
        SELECT json_agg(json_build_object('role', r.role, 'startsOn', r.starts_on, 'endsOn', r.ends_on,
          'tenantId', r.tenant_id, 'slug', b.slug, 'name', b.name, 'shortName', b.short_name, 'position', b.position))
        FROM branch_role r JOIN branch b ON b.id = r.tenant_id
        WHERE r.user_id = u.id AND b.state <> 'archived'), '[]') AS branch_roles,
      coalesce((
        SELECT json_agg(json_build_object('role', r.role, 'startsOn', r.starts_on, 'endsOn', r.ends_on))
        FROM college_role r WHERE r.user_id = u.id), '[]') AS college_roles
    FROM user_session s JOIN app_user u ON u.id = s.user_id LEFT JOIN credential c ON c.user_id = u.id
    WHERE s.id = ${sessionId}::uuid AND s.user_id = ${userId}::uuid AND (s.ended_at IS NULL OR s.ended_at > ${now})
      AND s.created_at > ${oldestOpenSession(now)} AND u.disabled_at IS NULL`;
  return row;
}

const seenEveryMs = 60_000;

/** Notes that the device is in use, at most once a minute however many requests come at once. */
async function noteSeen(tx: Tx, sessionId: string, now: Date): Promise<void> {
  const stale = new Date(now.getTime() - seenEveryMs);
  await tx.userSession.updateMany({ where: { id: sessionId, lastSeenAt: { lt: stale } }, data: { lastSeenAt: now } });
}

function membershipsOf(rows: readonly BranchRoleRow[], today: string): BranchMembership[] {
  const memberships = new Map<string, BranchMembership & { position: number }>();
  for (const held of rows) {
    if (!termCovers(held, today)) continue;
    const known = memberships.get(held.tenantId);
    const { slug, name, shortName, position, role } = held;
    memberships.set(held.tenantId, {
      // Session → Actor is the gate that reads memberships: it may mint tenant ids.
      tenantId: held.tenantId as TenantId,
      slug,
      name,
      shortName,
      position,
      roles: [...new Set([...(known?.roles ?? []), role])],
    });
  }
  return [...memberships.values()]
    .toSorted((a, b) => a.position - b.position)
    .map(({ position: _position, ...branch }) => branch);
}

/** The person behind a session with the roles in term today, or `null` when the session no longer holds. */
export function loadActor(claim: SessionClaim, now: Date): Promise<Actor | null> {
  return withOffice((tx) => loadActorIn(tx, claim, now));
}

/** The same inside the caller's office transaction. */
export async function loadActorIn(tx: Tx, claim: SessionClaim, now: Date): Promise<Actor | null> {
  const person = await readPerson(tx, claim, now);
  if (!person) return null;
  if (now.getTime() - person.last_seen_at.getTime() > seenEveryMs) await noteSeen(tx, claim.sessionId, now);

  const today = shanghaiDay(now);
  const inTerm = person.college_roles.filter((held) => termCovers(held, today));
  const held = {
    branches: membershipsOf(person.branch_roles, today),
    collegeRoles: [...new Set(inTerm.map(({ role }) => role))],
  };
  const missesFactor = person.totp_required && !person.has_totp && person.method !== "oidc-mfa";
  return {
    ...held,
    // Read from the users' own table just now.
    userId: claim.userId as UserId,
    sessionId: claim.sessionId,
    loginName: person.login_name,
    displayName: person.display_name,
    // Whoever came with a campus identity may never have been told the handed-out password.
    mustChangePassword: person.must_change_password && person.method === "password",
    mustSetUpTotp: missesFactor && demandsSecondFactor(held),
  };
}
