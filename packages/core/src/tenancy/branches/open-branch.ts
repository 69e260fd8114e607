import { withOffice, type Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import type { FirstPerson, OpenBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice, auditOfficeIn } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { queueLinkMail } from "../../notifications/queue-mail.ts";
import { appointInBranch } from "../appoint.ts";
import { createBranch } from "../create-branch.ts";
import { createPerson } from "../create-person.ts";
import { issueLink } from "../one-time-links.ts";
import { branchSubject } from "./branch-row.ts";

/** What the office hands to a new person; the path's secret is shown this once. */
export type Invitation = {
  displayName: string;
  loginName: string;
  /** On the console's host. */
  path: string;
  expiresAt: Date;
  /** Whether it went out by mail as well. */
  mailed: boolean;
};

type Invited = Invitation & { userId: string };

/**
 * Opens a branch in one step: its columns from the baseline, its first people with their roles and one-time links. Wholly
 * there or not at all; readers find it at its address as soon as this returns.
 * @throws AppError CONFLICT when the address name is taken, by an archived branch too.
 */
export async function openBranch(ctx: OfficeContext, input: OpenBranchInput) {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  if (input.people.length > 0) assertCanInCollege(ctx.actor.roles, "person:manage");
  const { name, shortName, slug, kind } = input;
  return withOffice(async (tx) => {
    const position = await lastPosition(tx);
    const holder = await tx.branch.findUnique({ where: { slug }, select: { id: true } });
    if (holder) throw new AppError("CONFLICT", "branch.slugTaken", { slug });
    const tenantId = await createBranch(tx, { name, shortName, slug, kind, position });
    await auditOfficeIn(tx, ctx, tenantId, "branch.open", branchSubject(tenantId), { name, shortName, slug, kind });
    const invited: Invited[] = [];
    for (const person of input.people) invited.push(await invite(tx, ctx, tenantId, person));
    // Behind everything in the branch's trail, as trails are locked.
    for (const { userId, loginName, displayName } of invited) {
      await auditOffice(tx, ctx, "person.invite", { type: "user", id: userId }, { loginName, displayName });
    }
    await bumpSites(tx, [tenantId], { removal: false });
    return { branchId: tenantId, slug, invitations: invited.map(({ userId: _, ...invitation }) => invitation) };
  });
}

/** Behind all others. The lock keeps two branches founded at once from taking one address name or place. */
async function lastPosition(tx: Tx): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('branches', 0))::text`;
  const last = await tx.branch.aggregate({ where: { kind: { not: "office" } }, _max: { position: true } });
  return (last._max.position ?? -1) + 1;
}

async function invite(tx: Tx, ctx: OfficeContext, tenantId: TenantId, person: FirstPerson): Promise<Invited> {
  const { displayName, email, roles } = person;
  const now = ctx.now();
  const { userId, loginName } = await createPerson(tx, { displayName, ...(email === "" ? {} : { email }) });
  for (const role of new Set(roles)) {
    await appointInBranch(tx, ctx, { tenantId, userId, role, startsOn: shanghaiDay(now), endsOn: null });
  }
  const { path, expiresAt } = await issueLink(tx, { purpose: "invite", userId, by: ctx.actor, now });
  const mail = {
    userId,
    address: email,
    purpose: "invite",
    name: displayName,
    loginName,
    path,
    expiresAt,
    now,
  } as const;
  const mailed = email !== "" && (await queueLinkMail(tx, mail));
  return { userId, displayName, loginName, path, expiresAt, mailed };
}
