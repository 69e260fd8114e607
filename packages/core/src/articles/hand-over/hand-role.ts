import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import type { HandedRole, HandOverInput } from "@zhibu/domain/tenancy/hand-over";
import type { Term } from "@zhibu/domain/tenancy/term";
import type { OfficeContext } from "../../kernel/context.ts";
import { dateOf, dayOf, optionalDayOf } from "../../kernel/day-of.ts";
import { appointInBranch } from "../../tenancy/appoint.ts";
import { endBranchTerm } from "../../tenancy/people/end-term.ts";

type Handing = { tenantId: string; id: string; input: HandOverInput };

/** Ends one of the leaver's roles on the day before, and gives the rest of its term to the successor. */
export async function handRole(tx: Tx, ctx: OfficeContext, { tenantId, id, input }: Handing): Promise<HandedRole> {
  const { fromUserId, toUserId, day } = input;
  const held = await tx.branchRole.findFirst({ where: { tenantId, id, userId: fromUserId } });
  if (!held) throw notFound("appointment.missing");
  const term: Term = { startsOn: dayOf(held.startsOn), endsOn: optionalDayOf(held.endsOn) };
  if (term.endsOn !== null && term.endsOn < day) throw new AppError("CONFLICT", "handOver.overByThen");
  const startsOn = term.startsOn > day ? term.startsOn : day;
  const endsOn = addDays(startsOn, -1);
  await endBranchTerm(tx, ctx, held, { endsOn, reason: input.note });
  const given = { startsOn, endsOn: term.endsOn };
  const { role } = held;
  if (await holdsThen(tx, { tenantId, userId: toUserId, role }, startsOn)) return { role, endsOn, given: null };
  await appointInBranch(tx, ctx, { tenantId, userId: toUserId, role, ...given });
  return { role, endsOn, given };
}

type Post = { tenantId: string; userId: string; role: HandedRole["role"] };

/** Whether the successor holds the role on the day anyway; a term that begins later would collide, and says so. */
async function holdsThen(tx: Tx, post: Post, day: string): Promise<boolean> {
  const date = dateOf(day);
  const held = await tx.branchRole.findFirst({
    where: { ...post, startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gte: date } }] },
    select: { id: true },
  });
  return held !== null;
}
