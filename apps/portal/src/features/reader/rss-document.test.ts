import { expect, test } from "vitest";
import { rssDocument } from "./rss-document.ts";

const item = {
  url: "https://a.example/a/1",
  description: "摘要",
  category: "党务会议",
  publishedAt: new Date("2026-06-01T00:00:00Z"),
};

function feedOf(title: string): string {
  return rssDocument({
    origin: "https://a.example",
    title: "支部",
    description: "最新发布",
    items: [{ ...item, title }],
  });
}

test("an item has its address, date and column, the channel its own address", () => {
  const feed = feedOf("标题");
  expect(feed).toContain("<link>https://a.example/a/1</link>");
  expect(feed).toContain("<pubDate>Mon, 01 Jun 2026 00:00:00 GMT</pubDate>");
  expect(feed).toContain("<category>党务会议</category>");
  expect(feed).toContain('href="https://a.example/feed.xml" rel="self"');
});

test("no title breaks out of its element", () => {
  const feed = feedOf("a]]></title><script>b & <c>");
  expect(feed.replace(/<!\[CDATA\[.*?\]\]>/gsu, "")).not.toMatch(/<script|<c>/u);
});
