import { siteMap } from "@zhibu/core/articles/published/site-map";
import { articlePath, collegePagePath, columnPath, siteOrigin } from "../../../../../features/reader/addresses.ts";
import { tenantOf } from "../../../../../features/reader/path-params.ts";
import { sitemapDocument } from "../../../../../features/reader/sitemap-document.ts";
import { textAnswer } from "../../../../../features/reader/text-answer.ts";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ site: string }> }): Promise<Response> {
  const tenantId = tenantOf((await params).site);
  const map = tenantId && (await siteMap(tenantId));
  if (!map) return textAnswer(null);
  const origin = siteOrigin(map.site.branch);
  const columns = map.site.sections.flatMap((section) => [section, ...section.children]);
  const document = sitemapDocument([
    { url: `${origin}/` },
    ...map.site.college.pages.map(({ slug }) => ({ url: origin + collegePagePath(slug) })),
    ...columns.map((column) => ({ url: origin + columnPath(column.slug) })),
    ...map.items.map((item) => ({ url: origin + articlePath(item.no), changedAt: item.revisedAt })),
  ]);
  return textAnswer(document, "application/xml");
}
