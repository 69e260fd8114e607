import type { BranchKind } from "@zhibu/db/generated/enums";
import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { applyBaselineColumns } from "./apply-baseline-columns.ts";

export type NewBranch = {
  slug: string;
  name: string;
  shortName: string;
  kind: BranchKind;
  position?: number;
  intro?: string;
  address?: string;
  phone?: string;
  email?: string;
  icp?: string;
};

/** Creates a branch with its site version and its columns from the baseline, in the caller's office transaction. */
export async function createBranch(tx: Tx, branch: NewBranch): Promise<TenantId> {
  const id = newId() as TenantId; // A branch that is just being made: nobody can have entered it before.
  await tx.branch.create({ data: { id, ...branch } });
  await tx.siteVersion.create({ data: { siteId: id } });
  await applyBaselineColumns(tx, id);
  return id;
}
