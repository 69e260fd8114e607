import type { TenantId } from "@zhibu/domain/kernel/ids";
import type { BranchActor, CollegeActor } from "@zhibu/domain/tenancy/actor";

/** What every use case inside a branch is given: the tenant the gate let through, who acts, and the clock. */
export type BranchContext = {
  tenantId: TenantId;
  actor: BranchActor;
  now: () => Date;
};

/** What every use case of the college is given: who acts with which college roles, and the clock. It enters no branch. */
export type OfficeContext = {
  actor: CollegeActor;
  now: () => Date;
};
