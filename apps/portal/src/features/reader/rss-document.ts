import { Feed } from "feed";

export type RssItem = { url: string; title: string; description: string; category: string; publishedAt: Date };

/** An RSS 2.0 document; `items` newest first. */
export function rssDocument(channel: {
  origin: string;
  title: string;
  description: string;
  items: readonly RssItem[];
}): string {
  const { origin, title, description, items } = channel;
  const feed = new Feed({
    id: `${origin}/`,
    link: `${origin}/`,
    feed: `${origin}/feed.xml`,
    title,
    description,
    language: "zh-CN",
    copyright: title,
    generator: "Zhibu",
    ...(items[0] ? { updated: items[0].publishedAt } : {}),
  });
  for (const { url, category, publishedAt, ...words } of items) {
    feed.addItem({ ...words, id: url, link: url, date: publishedAt, category: category ? [{ name: category }] : [] });
  }
  return feed.rss2();
}
