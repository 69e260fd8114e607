import { collegeAbilitiesOf } from "@zhibu/domain/tenancy/college-permissions";
import { abilitiesOf } from "@zhibu/domain/tenancy/permissions";
import type { PersonContext } from "./person-context.ts";

/** The signed-in person with the branches they work in and what they may do in each, for the console's frame. */
export function getMyAccount({ actor }: PersonContext) {
  return {
    userId: actor.userId,
    loginName: actor.loginName,
    displayName: actor.displayName,
    mustChangePassword: actor.mustChangePassword,
    mustSetUpTotp: actor.mustSetUpTotp,
    branches: actor.branches.map(({ slug, name, shortName, roles }) => ({
      slug,
      name,
      shortName,
      abilities: abilitiesOf({ branch: roles, college: actor.collegeRoles }),
    })),
    /** What the person may do for the whole college; empty for most. */
    collegeAbilities: collegeAbilitiesOf(actor.collegeRoles),
    /** Whether branches beyond these may be entered, so that the switcher offers a search. */
    entersEveryBranch: actor.collegeRoles.includes("office"),
  };
}

export type MyAccount = ReturnType<typeof getMyAccount>;
