import type { FeaturedArticle } from "@zhibu/core/articles/published/featured-articles";
import { articlePath, siteOrigin } from "./addresses.ts";
import { ReaderDay } from "./reader-time.tsx";

/** What the office features, as cards: what it is about, and whose it is. */
export function FeaturedList({ items, wide = false }: { items: readonly FeaturedArticle[]; wide?: boolean }) {
  return (
    <ul className={wide ? "branches branches-wide" : "branches"}>
      {items.map((item) => (
        <li key={`${item.branch.slug}/${item.no}`}>
          <a href={siteOrigin(item.branch) + articlePath(item.no)}>{item.title}</a>
          {item.summary !== "" && <p>{item.summary}</p>}
          <span>
            {item.branch.shortName} · <ReaderDay at={item.publishedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
