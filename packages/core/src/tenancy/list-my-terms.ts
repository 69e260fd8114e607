import { withOffice } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { Role } from "@zhibu/domain/tenancy/roles";
import { type TermStanding, termStanding } from "@zhibu/domain/tenancy/term-standing";
import { dayOf, optionalDayOf } from "../kernel/day-of.ts";
import type { PersonContext } from "./person-context.ts";

export type MyTerm = {
  id: string;
  role: Role;
  /** The branch's name; `null` where the role is the college's. */
  branchName: string | null;
  startsOn: string;
  endsOn: string | null;
  standing: TermStanding;
};

const standingOrder: Record<TermStanding, number> = { current: 0, upcoming: 1, ended: 2 };

/** Every role the person holds, held or will hold, those in force first, then the newest. */
export async function listMyTerms(ctx: PersonContext): Promise<MyTerm[]> {
  const { userId } = ctx.actor;
  const [branchRoles, collegeRoles] = await withOffice(async (tx) => [
    await tx.branchRole.findMany({ where: { userId }, include: { branch: { select: { name: true } } }, take: 200 }),
    await tx.collegeRole.findMany({ where: { userId }, take: 50 }),
  ]);
  const today = shanghaiDay(ctx.now());
  const rows = [
    ...branchRoles.map((held) => ({ ...held, branchName: held.branch.name })),
    ...collegeRoles.map((held) => ({ ...held, branchName: null })),
  ];
  return rows
    .map(({ id, role, branchName, startsOn, endsOn }) => {
      const term = { startsOn: dayOf(startsOn), endsOn: optionalDayOf(endsOn) };
      return { id, role, branchName, ...term, standing: termStanding(term, today) };
    })
    .toSorted((a, b) => standingOrder[a.standing] - standingOrder[b.standing] || (a.startsOn < b.startsOn ? 1 : -1));
}
