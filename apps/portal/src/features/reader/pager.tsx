import { useTranslations } from "next-intl";
import { pageNumbers } from "./page-numbers.ts";

type PagerProps = {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
};

/** Numbered pages; nothing when there is one page only. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  const t = useTranslations("reader.pager");
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={t("label")}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          {t("previous")}
        </a>
      )}
      <span className="pager-numbers">
        {pageNumbers(page, pages).map((each, index) =>
          each === null ? (
            <span key={`gap-${index}`} aria-hidden="true">
              …
            </span>
          ) : (
            <a
              key={each}
              href={hrefOf(each)}
              aria-label={t("nth", { page: each })}
              aria-current={each === page ? "page" : undefined}
            >
              {each}
            </a>
          ),
        )}
      </span>
      <span className="pager-of">{t("of", { page, pages })}</span>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {t("next")}
        </a>
      )}
    </nav>
  );
}
