import type { Branch } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { BranchRefInput } from "@zhibu/domain/tenancy/branch-inputs";

export const branchSubject = (id: string) => ({ type: "branch", id });

/** A branch's id as its tenant: found by the office's own transaction, which may act in every branch. */
export function tenantOf({ id }: Pick<Branch, "id">): TenantId {
  return id as TenantId; // See above.
}

/**
 * The branch at the version the caller saw, locked until the transaction ends, so that two deeds of the office follow each other.
 * @throws AppError NOT_FOUND · CONFLICT when it was changed since.
 */
export async function lockBranchAt(tx: Tx, { branchId, version }: BranchRefInput): Promise<Branch> {
  const branch = await lockBranch(tx, branchId);
  if (branch.version !== version) throw new AppError("CONFLICT", "changedMeanwhile");
  return branch;
}

/** The same at whatever version it has. */
export async function lockBranch(tx: Tx, branchId: string): Promise<Branch> {
  await tx.$queryRaw`SELECT 1 FROM branch WHERE id = ${branchId}::uuid FOR UPDATE`;
  const branch = await tx.branch.findUnique({ where: { id: branchId } });
  if (!branch) throw notFound("branch.missing");
  return branch;
}

type BranchChange = Partial<
  Pick<
    Branch,
    | "name"
    | "shortName"
    | "kind"
    | "position"
    | "customDomain"
    | "state"
    | "stateReason"
    | "stateSince"
    | "mergedIntoId"
  >
>;

/** Writes a locked branch and returns its new version. */
export async function changeBranch(tx: Tx, { id, version }: Branch, change: BranchChange): Promise<number> {
  await tx.branch.update({ where: { id }, data: { ...change, version: version + 1 } });
  return version + 1;
}
