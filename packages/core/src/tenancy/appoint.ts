import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { BranchRole, CollegeRole } from "@zhibu/domain/tenancy/roles";
import { assertTerm, type Term } from "@zhibu/domain/tenancy/term";
import { auditOffice, auditOfficeIn } from "../audit/audit-college.ts";
import type { OfficeContext } from "../kernel/context.ts";
import { dateOf, optionalDateOf } from "../kernel/day-of.ts";

export type NewBranchAppointment = Term & { tenantId: string; userId: string; role: BranchRole };
export type NewCollegeAppointment = Term & { userId: string; role: CollegeRole };

/**
 * Gives a person a role in a branch for a term (days of Asia/Shanghai, both ends included), in the caller's office
 * transaction, on record in the branch's trail.
 * @throws AppError NOT_FOUND (no such person or branch) · CONFLICT (archived branch, disabled person, role held then).
 */
export async function appointInBranch(tx: Tx, ctx: OfficeContext, appointment: NewBranchAppointment) {
  const { tenantId, userId, role } = appointment;
  assertTerm(appointment);
  const person = await getAppointee(tx, userId);
  const branch = await tx.branch.findUnique({ where: { id: tenantId }, select: { name: true, state: true } });
  if (!branch) throw notFound("branch.missing");
  if (branch.state === "archived") throw new AppError("CONFLICT", "appointment.branchArchived", { name: branch.name });
  const overlap = await tx.branchRole.findFirst({ where: { tenantId, userId, role, ...during(appointment) } });
  if (overlap) throw new AppError("CONFLICT", "appointment.overlaps");
  const data = { id: newId(), userId, role, ...termColumns(appointment), appointedById: ctx.actor.userId };
  await tx.branchRole.create({ data: { tenantId, ...data } });
  await auditOfficeIn(tx, ctx, tenantId, "appointment.make", { type: "user", id: userId }, record(person, appointment));
  return { appointmentId: data.id };
}

/** The same for a role in the college, on record in the college's trail. */
export async function appointInCollege(tx: Tx, ctx: OfficeContext, appointment: NewCollegeAppointment) {
  const { userId, role } = appointment;
  assertTerm(appointment);
  const person = await getAppointee(tx, userId);
  const overlap = await tx.collegeRole.findFirst({ where: { userId, role, ...during(appointment) } });
  if (overlap) throw new AppError("CONFLICT", "appointment.overlaps");
  const data = { id: newId(), userId, role, ...termColumns(appointment), appointedById: ctx.actor.userId };
  await tx.collegeRole.create({ data });
  await auditOffice(tx, ctx, "appointment.make", { type: "user", id: userId }, record(person, appointment));
  return { appointmentId: data.id };
}

/** The person's row stays locked until the end: two appointments at the same moment see each other. */
async function getAppointee(tx: Tx, userId: string) {
  const [person] = await tx.$queryRaw<{ display_name: string; disabled_at: Date | null }[]>`
    SELECT display_name, disabled_at FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`;
  if (!person) throw notFound("person.missing");
  if (person.disabled_at) throw new AppError("CONFLICT", "person.disabled", { name: person.display_name });
  return { displayName: person.display_name };
}

function during({ startsOn, endsOn }: Term) {
  return {
    OR: [{ endsOn: null }, { endsOn: { gte: dateOf(startsOn) } }],
    ...(endsOn === null ? {} : { startsOn: { lte: dateOf(endsOn) } }),
  };
}

function termColumns({ startsOn, endsOn }: Term) {
  return { startsOn: dateOf(startsOn), endsOn: optionalDateOf(endsOn) };
}

function record({ displayName }: { displayName: string }, { role, startsOn, endsOn }: Term & { role: string }) {
  return { displayName, role, startsOn, endsOn };
}
