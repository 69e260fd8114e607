import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { assertBannerTimes, type AddBannerInput } from "@zhibu/domain/tenancy/banners";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { auditOffice } from "../../audit/audit-college.ts";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { enqueueAt } from "../../kernel/queue.ts";
import { turnBannerJob } from "./turn-banner.ts";

/** Puts an urgent line (紧急通知) on every page of every site, at once or at its time, until its end. */
export async function addBanner(ctx: OfficeContext, input: AddBannerInput): Promise<{ bannerId: string }> {
  assertCanInCollege(ctx.actor.roles, "banner:manage");
  const now = ctx.now();
  const startsAt = input.startsAt === null ? now : new Date(input.startsAt);
  const endsAt = new Date(input.endsAt);
  assertBannerTimes(startsAt, endsAt, now);
  return withOffice(async (tx) => {
    const bannerId = newId();
    const { text, href } = input;
    await tx.banner.create({
      data: {
        id: bannerId,
        text,
        href,
        startsAt,
        endsAt,
        createdById: ctx.actor.userId,
        createdByName: ctx.actor.displayName,
        createdAt: now,
      },
    });
    const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    await auditOffice(tx, ctx, "banner.add", { type: "banner", id: bannerId }, { text, href, ...times });
    for (const at of startsAt > now ? [startsAt, endsAt] : [endsAt])
      await enqueueAt(tx, turnBannerJob, { bannerId }, at);
    if (startsAt <= now) await bumpSites(tx, null, { removal: false });
    return { bannerId };
  });
}
