import type { PortalArticle } from "@zhibu/core/articles/published/portal-article";
import { articlePath, siteOrigin } from "./addresses.ts";
import { ReaderDay } from "./reader-time.tsx";

/** Titles over all branches, each with the branch it leads to. */
export function PortalList({ items }: { items: readonly PortalArticle[] }) {
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={`${item.branch.slug}/${item.no}`}>
          <span className="row-column">{item.branch.shortName}</span>
          <a href={siteOrigin(item.branch) + articlePath(item.no)}>{item.title}</a>
          <ReaderDay at={item.publishedAt} />
        </li>
      ))}
    </ul>
  );
}
