import { portalBranches } from "@zhibu/core/articles/published/portal-branches";
import { siteOrigin } from "../../../../features/reader/addresses.ts";
import { sitemapIndexDocument } from "../../../../features/reader/sitemap-document.ts";
import { textAnswer } from "../../../../features/reader/text-answer.ts";

export const dynamic = "force-dynamic";

/** The maps of all branches; the portal's own few pages are found from its home page. */
export async function GET(): Promise<Response> {
  const portal = await portalBranches();
  if (!portal) return textAnswer(null);
  const maps = portal.branches.map((branch) => ({
    url: `${siteOrigin(branch)}/sitemap.xml`,
    ...(branch.lastPublishedAt ? { changedAt: branch.lastPublishedAt } : {}),
  }));
  return textAnswer(sitemapIndexDocument(maps), "application/xml");
}
