import { withOffice } from "@zhibu/db/scope";
import { bannerStanding } from "@zhibu/domain/tenancy/banners";
import { bumpSites } from "../../kernel/bump-site-version.ts";
import { defineTimedJob, type WorkQueue } from "../../kernel/queue.ts";

/** The moment a banner begins or ends: the row is the truth, the job tells every site to look again. */
export const turnBannerJob = defineTimedJob<{ bannerId: string }>("banner.turn");

/** Makes every site's pages anew when a banner begins or is over. Run twice it only makes them twice. */
export async function turnBanner(bannerId: string, now: Date): Promise<void> {
  await withOffice(async (tx) => {
    const banner = await tx.banner.findUnique({ where: { id: bannerId } });
    const standing = banner && bannerStanding(banner, now);
    if (standing === "showing" || standing === "over") await bumpSites(tx, null, { removal: standing === "over" });
  });
}

/** Registers the banners' job with a worker. */
export async function workBannerJobs(queue: WorkQueue, now: () => Date): Promise<void> {
  await queue.work(turnBannerJob, async ({ bannerId }) => {
    await turnBanner(bannerId, now());
  });
}
