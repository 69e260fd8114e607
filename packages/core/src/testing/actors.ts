import type { TestBranch } from "@zhibu/db/testing/factories";
import type { Actor } from "@zhibu/domain/tenancy/actor";
import type { BranchContext } from "../kernel/context.ts";

/** The person behind contexts in one or more branches, as a session would carry them. */
export function actorOf(...places: { branch: TestBranch; ctx: BranchContext }[]): Actor {
  const [first] = places;
  if (!first) throw new Error("a person needs a branch");
  return {
    userId: first.ctx.actor.userId,
    loginName: "test",
    displayName: first.ctx.actor.displayName,
    mustChangePassword: false,
    mustSetUpTotp: false,
    sessionId: "",
    collegeRoles: [],
    branches: places.map(({ branch, ctx }) => ({
      tenantId: branch.tenantId,
      slug: branch.slug,
      name: branch.name,
      shortName: branch.name,
      roles: ctx.actor.roles.branch,
    })),
  };
}
