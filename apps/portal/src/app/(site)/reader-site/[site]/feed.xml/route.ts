import { getTranslations } from "next-intl/server";
import { siteFeed } from "@zhibu/core/articles/published/site-feed";
import { articlePath, siteOrigin } from "../../../../../features/reader/addresses.ts";
import { tenantOf } from "../../../../../features/reader/path-params.ts";
import { rssDocument } from "../../../../../features/reader/rss-document.ts";
import { textAnswer } from "../../../../../features/reader/text-answer.ts";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ site: string }> }): Promise<Response> {
  const tenantId = tenantOf((await params).site);
  const feed = tenantId && (await siteFeed(tenantId));
  if (!feed) return textAnswer(null);
  const t = await getTranslations("reader.feed");
  const { branch, sections } = feed.site;
  const origin = siteOrigin(branch);
  const names = new Map(
    sections.flatMap((section) => [section, ...section.children]).map((each) => [each.id, each.name]),
  );
  const document = rssDocument({
    origin,
    title: branch.name,
    description: t("description", { name: branch.name }),
    items: feed.items.map((item) => ({
      url: origin + articlePath(item.no),
      title: item.title,
      description: item.summary,
      category: names.get(item.columnId) ?? "",
      publishedAt: item.publishedAt,
    })),
  });
  return textAnswer(document, "application/rss+xml");
}
