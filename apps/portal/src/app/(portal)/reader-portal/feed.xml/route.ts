import { getTranslations } from "next-intl/server";
import { portalFeed } from "@zhibu/core/articles/published/portal-feed";
import { articlePath, portalOrigin, siteOrigin } from "../../../../features/reader/addresses.ts";
import { rssDocument } from "../../../../features/reader/rss-document.ts";
import { textAnswer } from "../../../../features/reader/text-answer.ts";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const feed = await portalFeed();
  if (!feed) return textAnswer(null);
  const t = await getTranslations("reader");
  const title = t("portalName", { college: feed.college.name });
  const document = rssDocument({
    origin: portalOrigin(),
    title,
    description: t("feed.description", { name: title }),
    items: feed.items.map((item) => ({
      url: siteOrigin(item.branch) + articlePath(item.no),
      title: item.title,
      description: item.branch.name,
      category: t(`modules.${item.module}`),
      publishedAt: item.publishedAt,
    })),
  });
  return textAnswer(document, "application/rss+xml");
}
