import { useTranslations } from "next-intl";
import type { ListedArticle } from "@zhibu/core/articles/published/listed-article";
import { articlePath } from "./addresses.ts";

/** What the branch pinned: the newest large, the others in a line below it. */
export function Headlines({ items }: { items: readonly ListedArticle[] }) {
  const t = useTranslations("reader.siteHome");
  const [first, ...others] = items;
  if (!first) return null;
  return (
    <section className="headlines" aria-label={t("headline")}>
      <p className="headline">
        <span className="headline-mark">{t("headline")}</span>
        <a href={articlePath(first.no)}>{first.title}</a>
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((item) => (
            <li key={item.no}>
              <a href={articlePath(item.no)}>{item.title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
