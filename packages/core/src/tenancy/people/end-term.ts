import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { addDays } from "@zhibu/domain/kernel/calendar-day";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { EndTermInput } from "@zhibu/domain/tenancy/people-inputs";
import { assertEndable, type Term } from "@zhibu/domain/tenancy/term";
import { auditOffice, auditOfficeIn } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { dateOf, dayOf, optionalDayOf } from "../../kernel/day-of.ts";
import { assertOfficeHeld, lockOfficeHolders } from "./office-holders.ts";

/**
 * Ends a term on a day, in a branch or in the college; yesterday means at once. Nobody takes the office from its last holder.
 * @throws AppError CONFLICT for a term that is over or would become longer, INVALID for a day before yesterday.
 */
export async function endTerm(ctx: OfficeContext, input: EndTermInput): Promise<{ endsOn: string }> {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  return withOffice(async (tx) => {
    const inBranch = await tx.branchRole.findFirst({ where: { id: input.appointmentId } });
    if (inBranch) await endBranchTerm(tx, ctx, inBranch, input);
    else await endCollegeTerm(tx, ctx, input);
    return { endsOn: input.endsOn };
  });
}

type TermRow = { startsOn: Date; endsOn: Date | null };

function termOf({ startsOn, endsOn }: TermRow): Term {
  return { startsOn: dayOf(startsOn), endsOn: optionalDayOf(endsOn) };
}

function change(row: TermRow & { role: string }, { endsOn, reason }: Pick<EndTermInput, "endsOn" | "reason">) {
  const was = termOf(row);
  return { role: row.role, startsOn: was.startsOn, endedBefore: was.endsOn, endsOn, reason };
}

type BranchTermRow = TermRow & { tenantId: string; id: string; userId: string; role: string };

/** The same for a term in a branch, in the caller's office transaction. */
export async function endBranchTerm(
  tx: Tx,
  ctx: OfficeContext,
  row: BranchTermRow,
  end: Pick<EndTermInput, "endsOn" | "reason">,
): Promise<void> {
  assertEndable(termOf(row), end.endsOn, shanghaiDay(ctx.now()));
  const { count } = await tx.branchRole.updateMany({
    where: { tenantId: row.tenantId, id: row.id, endsOn: row.endsOn },
    data: { endsOn: dateOf(end.endsOn) },
  });
  if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
  await auditOfficeIn(tx, ctx, row.tenantId, "appointment.end", { type: "user", id: row.userId }, change(row, end));
}

async function endCollegeTerm(tx: Tx, ctx: OfficeContext, { appointmentId, ...end }: EndTermInput): Promise<void> {
  await lockOfficeHolders(tx);
  const row = await tx.collegeRole.findUnique({ where: { id: appointmentId } });
  if (!row) throw notFound("appointment.missing");
  const today = shanghaiDay(ctx.now());
  assertEndable(termOf(row), end.endsOn, today);
  await tx.collegeRole.update({ where: { id: appointmentId }, data: { endsOn: dateOf(end.endsOn) } });
  if (row.role === "office") await assertOfficeHeld(tx, [today, addDays(end.endsOn, 1)]);
  await auditOffice(tx, ctx, "appointment.end", { type: "user", id: row.userId }, change(row, end));
}
