import { pinyin } from "pinyin-pro";
import { withOffice } from "@zhibu/db/scope";
import type { SuggestBranchSlugInput } from "@zhibu/domain/tenancy/branch-inputs";
import { freeBranchSlug } from "@zhibu/domain/tenancy/branch-slug";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { OfficeContext } from "../../kernel/context.ts";

/** An address name for a branch of this short name that nobody has and no rule forbids: its pinyin. */
export async function suggestBranchSlug(
  ctx: OfficeContext,
  { name }: SuggestBranchSlugInput,
): Promise<{ slug: string }> {
  assertCanInCollege(ctx.actor.roles, "branch:manage");
  const syllables = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
  const branches = await withOffice((tx) => tx.branch.findMany({ select: { slug: true } }));
  return { slug: freeBranchSlug(syllables, new Set(branches.map(({ slug }) => slug))) };
}
