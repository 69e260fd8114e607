import { withOffice } from "@zhibu/db/scope";
import type { FindMergeTargetsInput } from "@zhibu/domain/tenancy/branch-inputs";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";
import { literalWords } from "../../kernel/like-pattern.ts";

const shown = 20;

/** Open branches another one can be merged into, by name. */
export async function findMergeTargets(ctx: OfficeContext, { branchId, search }: FindMergeTargetsInput) {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  const words = { contains: literalWords(search), mode: "insensitive" } as const;
  return withOffice((tx) =>
    tx.branch.findMany({
      where: {
        id: { not: branchId },
        state: "open",
        kind: { not: "office" },
        OR: [{ name: words }, { shortName: words }, { slug: words }],
      },
      select: { id: true, slug: true, name: true },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: shown,
    }),
  );
}
