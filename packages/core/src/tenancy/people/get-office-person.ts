import { withOffice, type Tx } from "@zhibu/db/scope";
import { notFound } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege, canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { PersonRefInput } from "@zhibu/domain/tenancy/people-inputs";
import type { Role } from "@zhibu/domain/tenancy/roles";
import { type TermStanding, termStanding } from "@zhibu/domain/tenancy/term-standing";
import type { OfficeContext } from "../../kernel/context.ts";
import { dayOf, optionalDayOf } from "../../kernel/day-of.ts";

export type HeldPost = {
  id: string;
  role: Role;
  /** `null` where the role is the college's. */
  branch: { slug: string; name: string } | null;
  startsOn: string;
  endsOn: string | null;
  standing: TermStanding;
  /** `null` where nobody is on record. */
  appointedBy: string | null;
  can: { end: boolean };
};

const standingOrder: Record<TermStanding, number> = { current: 0, upcoming: 1, ended: 2 };

/** One person with every role they hold, held or will hold, and the state of their account. */
export async function getOfficePerson(ctx: OfficeContext, { userId }: PersonRefInput) {
  assertCanInCollege(ctx.actor.roles, "person:oversee");
  const now = ctx.now();
  const manage = canInCollege(ctx.actor.roles, "person:manage");
  return withOffice(async (tx) => {
    const person = await tx.user.findUnique({
      where: { id: userId },
      include: { credential: { select: { userId: true } } },
    });
    if (!person) throw notFound("person.missing");
    const { displayName, loginName, email, disabledAt, createdAt, version } = person;
    const posts = await readPosts(tx, userId, shanghaiDay(now), manage);
    const [account, handOvers] = [await readAccount(tx, userId, now), await readHandOvers(tx, userId)];
    const oneself = userId === ctx.actor.userId;
    const active = disabledAt === null;
    return {
      person: { id: userId, displayName, loginName, email, disabledAt, createdAt, version },
      account: { ...account, hasPassword: person.credential !== null },
      posts,
      handOvers,
      today: shanghaiDay(now),
      can: {
        edit: manage,
        appoint: manage && active,
        sendLink: manage && active && !oneself,
        resetSecondFactor: manage && account.secondFactor && !oneself,
        disable: manage && active && !oneself,
        enable: manage && !active,
        handOver: manage && posts.some(({ branch, standing }) => branch !== null && standing !== "ended"),
      },
    };
  });
}

export type OfficePerson = Awaited<ReturnType<typeof getOfficePerson>>;

async function readPosts(tx: Tx, userId: string, today: string, manage: boolean): Promise<HeldPost[]> {
  const inBranches = await tx.branchRole.findMany({
    where: { userId },
    include: { branch: { select: { slug: true, name: true } } },
    take: 300,
  });
  const inCollege = await tx.collegeRole.findMany({ where: { userId }, take: 100 });
  const rows = [...inBranches, ...inCollege.map((row) => ({ ...row, branch: null }))];
  const names = await namesOf(
    tx,
    rows.map(({ appointedById }) => appointedById),
  );
  return rows
    .map(({ id, role, branch, startsOn, endsOn, appointedById }): HeldPost => {
      const term = { startsOn: dayOf(startsOn), endsOn: optionalDayOf(endsOn) };
      const standing = termStanding(term, today);
      const appointedBy = appointedById === null ? null : (names.get(appointedById) ?? null);
      return { id, role, branch, ...term, standing, appointedBy, can: { end: manage && standing !== "ended" } };
    })
    .toSorted((a, b) => standingOrder[a.standing] - standingOrder[b.standing] || (a.startsOn < b.startsOn ? 1 : -1));
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const people = await tx.user.findMany({ where: { id: { in: known } }, select: { id: true, displayName: true } });
  return new Map(people.map(({ id, displayName }) => [id, displayName]));
}

async function readAccount(tx: Tx, userId: string, now: Date) {
  const session = await tx.userSession.findFirst({ where: { userId }, orderBy: { lastSeenAt: "desc" } });
  const link = await tx.oneTimeLink.findFirst({
    where: { userId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { purpose: true, createdAt: true, createdByName: true, expiresAt: true },
  });
  const factor = await tx.secondFactor.findUnique({ where: { userId }, select: { confirmedAt: true } });
  return { lastSeenAt: session?.lastSeenAt ?? null, openLink: link, secondFactor: Boolean(factor?.confirmedAt) };
}

/** The lists this person gave or was given, the newest first. */
async function readHandOvers(tx: Tx, userId: string) {
  const rows = await tx.handOver.findMany({
    where: { OR: [{ fromUserId: userId }, { toUserId: userId }] },
    orderBy: { at: "desc" },
    take: 20,
    select: { id: true, tenantId: true, fromName: true, toName: true, at: true },
  });
  const branches = await tx.branch.findMany({
    where: { id: { in: rows.map(({ tenantId }) => tenantId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(branches.map(({ id, name }) => [id, name]));
  return rows.map(({ tenantId, ...row }) => ({ ...row, branchName: nameOf.get(tenantId) ?? "" }));
}
