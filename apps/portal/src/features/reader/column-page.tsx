import { useTranslations } from "next-intl";
import type { ColumnPage as Column } from "@zhibu/core/articles/published/column-page";
import { pageSize, pagesMax } from "@zhibu/core/articles/published/paging";
import type { ReaderSection } from "@zhibu/core/tenancy/reader-site";
import { columnPath } from "./addresses.ts";
import { ArticleList } from "./article-list.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { columnTrail } from "./column-trail.ts";
import { EmptyNote } from "./empty-note.tsx";
import { Pager } from "./pager.tsx";
import { SectionBlock } from "./section-block.tsx";
import { SiteFrame } from "./site-frame.tsx";

/** A page of a column: its section's columns beside it, a module's first page with the newest of each sub-column on top. */
export function ColumnPage({ column }: { column: Column }) {
  const t = useTranslations("reader.column");
  const { site, place, page, pages, total, items, previews } = column;
  const shown = place.child ?? place.section;
  const filled = previews.filter((preview) => preview.items.length > 0);
  const names = new Map([place.section, ...place.section.children].map((each) => [each.id, each.name]));
  return (
    <SiteFrame site={site} current={place.section.id}>
      <Breadcrumb trail={columnTrail(place)} />
      <div className="column">
        <SectionNav section={place.section} current={shown.id} />
        <div className="column-main">
          <div className="column-head">
            <h1>{shown.name}</h1>
            <p>{t(total < pagesMax * pageSize ? "total" : "totalMany", { total })}</p>
          </div>
          {filled.length > 1 && (
            <div className="previews">
              {filled.map((preview) => (
                <SectionBlock
                  key={preview.column.id}
                  title={preview.column.name}
                  href={columnPath(preview.column.slug)}
                >
                  <ArticleList items={preview.items} />
                </SectionBlock>
              ))}
            </div>
          )}
          {filled.length > 1 && <h2 className="column-all">{t("all")}</h2>}
          {items.length === 0 && <EmptyNote title={t("empty")} next={t("emptyNext")} />}
          {items.length > 0 && <ArticleList items={items} {...(place.child ? {} : { columnNames: names })} />}
          <Pager page={page} pages={pages} hrefOf={(each) => columnPath(shown.slug, each)} />
        </div>
      </div>
    </SiteFrame>
  );
}

function SectionNav({ section, current }: { section: ReaderSection; current: string }) {
  const t = useTranslations("reader.column");
  return (
    <nav className="section-nav" aria-label={t("columns", { name: section.name })}>
      <ul>
        {[section, ...section.children].map((column) => (
          <li key={column.id}>
            <a href={columnPath(column.slug)} aria-current={column.id === current ? "page" : undefined}>
              {column.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
