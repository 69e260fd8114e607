import { withOffice } from "@zhibu/db/scope";
import type { FindBranchesInput } from "@zhibu/domain/tenancy/account-inputs";
import type { PersonContext } from "./person-context.ts";

export type FoundBranch = { slug: string; name: string; shortName: string };

const pageSize = 30;

/** Branches the person may enter, by name, for the switcher: their own, or for the office any of the college. */
export async function findBranches(ctx: PersonContext, { search }: FindBranchesInput): Promise<FoundBranch[]> {
  const { actor } = ctx;
  if (!actor.collegeRoles.includes("office")) {
    return actor.branches
      .filter(({ name, shortName }) => name.includes(search) || shortName.includes(search))
      .map(({ slug, name, shortName }) => ({ slug, name, shortName }));
  }
  return withOffice((tx) =>
    tx.branch.findMany({
      where: { state: { not: "archived" }, OR: [{ name: { contains: search } }, { shortName: { contains: search } }] },
      select: { slug: true, name: true, shortName: true },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      take: pageSize,
    }),
  );
}
