import { withOffice } from "@zhibu/db/scope";
import { AppError, notFound } from "@zhibu/domain/kernel/app-error";
import { bannerStanding, type EndBannerInput } from "@zhibu/domain/tenancy/banners";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";

/** Takes a banner back before its time: it is gone from every page at once, or never appears. */
export async function endBanner(ctx: OfficeContext, { bannerId, version }: EndBannerInput): Promise<void> {
  assertCanInCollege(ctx.actor.roles, "banner:manage");
  await withOffice(async (tx) => {
    const banner = await tx.banner.findUnique({ where: { id: bannerId } });
    if (!banner) throw notFound();
    const now = ctx.now();
    const standing = bannerStanding(banner, now);
    if (standing === "over" || standing === "ended") throw new AppError("CONFLICT", "banner.overAlready");
    const { count } = await tx.banner.updateMany({
      where: { id: bannerId, version },
      data: { endedAt: now, version: { increment: 1 } },
    });
    if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
    await auditOffice(tx, ctx, "banner.end", { type: "banner", id: bannerId }, { text: banner.text, was: standing });
    if (standing === "showing") await bumpSites(tx, null, { removal: true });
  });
}
