import { withTenant } from "@zhibu/db/scope";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { type TermStanding, termStanding } from "@zhibu/domain/tenancy/term-standing";
import type { BranchContext } from "../kernel/context.ts";
import { dayOf, optionalDayOf } from "../kernel/day-of.ts";

export type Appointment = {
  id: string;
  person: { id: string; displayName: string; disabled: boolean };
  role: BranchRole;
  startsOn: string;
  endsOn: string | null;
  standing: TermStanding;
  /** A colleague's name, `office` for someone outside the branch, `null` where nobody is on record. */
  appointedBy: { kind: "colleague"; displayName: string } | { kind: "office" } | null;
};

/** A branch has dozens of appointments, not hundreds; the bound keeps a runaway import from reaching a screen. */
const rowsMax = 500;

const roleOrder: Record<BranchRole, number> = { secretary: 0, organiser: 1, webmaster: 2, contributor: 3 };

/** Who holds, held or will hold which role in the branch. People outside the branch are not shown by name. */
export async function listPeople(ctx: BranchContext): Promise<Appointment[]> {
  assertCan(ctx.actor.roles, "people:read");
  const { rows, names } = await withTenant(ctx.tenantId, async (tx) => {
    const held = await tx.branchRole.findMany({
      where: { tenantId: ctx.tenantId },
      include: { user: { select: { id: true, displayName: true, disabledAt: true } } },
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      take: rowsMax,
    });
    return { rows: held, names: new Map(held.map(({ user }) => [user.id, user.displayName])) };
  });
  const today = shanghaiDay(ctx.now());
  return rows
    .map(({ id, role, user, startsOn, endsOn, appointedById }): Appointment => {
      const term = { startsOn: dayOf(startsOn), endsOn: optionalDayOf(endsOn) };
      const person = { id: user.id, displayName: user.displayName, disabled: user.disabledAt !== null };
      return {
        id,
        person,
        role,
        ...term,
        standing: termStanding(term, today),
        appointedBy: appointer(appointedById, names),
      };
    })
    .toSorted((a, b) => roleOrder[a.role] - roleOrder[b.role]);
}

function appointer(id: string | null, names: ReadonlyMap<string, string>): Appointment["appointedBy"] {
  if (id === null) return null;
  const displayName = names.get(id);
  return displayName === undefined ? { kind: "office" } : { kind: "colleague", displayName };
}
