import { pinyin } from "pinyin-pro";
import { withTenant } from "@zhibu/db/scope";
import type { SuggestColumnSlugInput } from "@zhibu/domain/columns/column-inputs";
import { freeSlug } from "@zhibu/domain/columns/column-slug";
import { assertCan } from "@zhibu/domain/tenancy/permissions";
import type { BranchContext } from "../kernel/context.ts";

/** An address for a column of this name that is still free in the branch: the name's pinyin. */
export async function suggestColumnSlug(ctx: BranchContext, input: SuggestColumnSlugInput): Promise<{ slug: string }> {
  assertCan(ctx.actor.roles, "column:manage");
  const rows = await withTenant(ctx.tenantId, (tx) =>
    tx.siteColumn.findMany({ where: { tenantId: ctx.tenantId }, select: { slug: true } }),
  );
  const syllables = pinyin(input.name, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
  return { slug: freeSlug(syllables, new Set(rows.map((row) => row.slug))) };
}
