import { newId } from "@zhibu/db/new-id";
import { type Tx, withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { FoundCollegeInput } from "@zhibu/domain/tenancy/college-inputs";
import { defaultOfficeSite } from "@zhibu/domain/tenancy/default-office-site";
import type { AuditChanges } from "./audit/audit-hash.ts";
import { appendAudit } from "./audit/audit.ts";
import { addDefaultTerms } from "./baseline/add-default-terms.ts";
import { dateOf } from "./kernel/day-of.ts";
import { addPublicityDefaults } from "./publicity/ensure-defaults.ts";
import { createBranch } from "./tenancy/create-branch.ts";
import { createPerson } from "./tenancy/create-person.ts";
import { lockCollege } from "./tenancy/lock-college.ts";
import { issueLink } from "./tenancy/one-time-links.ts";
import type { OperatorContext } from "./tenancy/operator-context.ts";
import type { OfficeLink } from "./tenancy/people/renew-office-link.ts";

/**
 * Makes the college of an empty database, wholly or not at all: the office's own site, the defaults every college begins
 * with, and the first person of the office, who gets a link to choose a password by. It is not of a slice: it fills all.
 * @throws AppError CONFLICT when there is a college already.
 */
export async function foundCollege(ctx: OperatorContext, input: FoundCollegeInput): Promise<OfficeLink> {
  const { loginName, displayName, ...college } = input;
  const now = ctx.now();
  return withOffice(async (tx) => {
    const standing = await lockCollege(tx);
    if (standing) throw new AppError("CONFLICT", "college.stands", { name: standing.name });
    const collegeId = newId();
    await tx.college.create({ data: { id: collegeId, ...college } });
    await tx.siteVersion.create({ data: { siteId: collegeId } });
    const siteId = await createBranch(tx, defaultOfficeSite);
    await addPublicityDefaults(tx, now);
    await addDefaultTerms(tx, now);
    const { userId } = await createPerson(tx, { loginName, displayName });
    const startsOn = shanghaiDay(now);
    const term = { userId, startsOn: dateOf(startsOn) };
    // The first person of the office also keeps its site; whoever approves there is theirs to appoint.
    await tx.branchRole.create({ data: { tenantId: siteId, id: newId(), ...term, role: "webmaster" } });
    await tx.collegeRole.create({ data: { id: newId(), ...term, role: "office" } });
    const subject = { type: "user", id: userId };
    const appointment = { displayName, startsOn, endsOn: null };
    const onSite = { tx, ctx, tenantId: siteId };
    await record(onSite, "branch.open", { type: "branch", id: siteId }, defaultOfficeSite);
    await record(onSite, "appointment.make", subject, { ...appointment, role: "webmaster" });
    const inCollege = { tx, ctx, tenantId: collegeId };
    // The first record of the college's trail: it tells a founded college from a seeded one.
    await record(inCollege, "college.found", { type: "college", id: collegeId }, college);
    await record(inCollege, "person.invite", subject, { loginName, displayName });
    await record(inCollege, "appointment.make", subject, { ...appointment, role: "office" });
    // Made out by the person themself, who alone would be told that they came: there is nobody else yet.
    const by = { userId, displayName: ctx.operator };
    const { path, expiresAt } = await issueLink(tx, { purpose: "invite", userId, by, now });
    return { purpose: "invite", loginName, displayName, path, expiresAt };
  });
}

type Chain = { tx: Tx; ctx: OperatorContext; tenantId: string };

function record(
  { tx, ctx, tenantId }: Chain,
  action: string,
  subject: { type: string; id: string },
  changes: AuditChanges,
): Promise<void> {
  const { type: subjectType, id: subjectId } = subject;
  const actor = { actorId: null, actorName: ctx.operator };
  return appendAudit(tx, { tenantId, action, subjectType, subjectId, ...actor, changes, at: ctx.now() });
}
