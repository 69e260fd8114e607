import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { SetCustomDomainInput } from "@zhibu/domain/tenancy/branch-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { readCustomDomain } from "@zhibu/domain/tenancy/custom-domain";
import { auditOfficeIn } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { branchSubject, changeBranch, lockBranchAt } from "./branch-row.ts";

/**
 * Gives a branch a domain of its own, or takes it away. Every absolute address names it from then on; the subdomain of the
 * college goes on answering. Whether the name leads here is the campus network's affair.
 * @throws AppError INVALID for a name that can't be one · CONFLICT when another branch has it.
 */
export async function setCustomDomain(ctx: OfficeContext, input: SetCustomDomainInput, rootDomain: string) {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  const customDomain = input.domain === "" ? null : readCustomDomain(input.domain, rootDomain);
  return withOffice(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('branches', 0))::text`;
    const branch = await lockBranchAt(tx, input);
    if (customDomain !== null) {
      const holder = await tx.branch.findUnique({ where: { customDomain }, select: { id: true, name: true } });
      if (holder && holder.id !== branch.id) {
        throw new AppError("CONFLICT", "branch.domainTaken", { domain: customDomain, branch: holder.name });
      }
    }
    const version = await changeBranch(tx, branch, { customDomain });
    const change = { from: branch.customDomain, to: customDomain };
    await auditOfficeIn(tx, ctx, branch.id, "branch.setDomain", branchSubject(branch.id), change);
    await bumpSites(tx, [branch.id], { removal: true });
    return { version, customDomain };
  });
}
