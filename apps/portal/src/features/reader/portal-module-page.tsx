import { useTranslations } from "next-intl";
import { portalPagesMax } from "@zhibu/core/articles/published/paging";
import type { PortalModule } from "@zhibu/core/articles/published/portal-module";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import { modulePath } from "./addresses.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { PortalList } from "./portal-list.tsx";

/** One module over all branches, page by page; how many pages there are is not counted. */
export function PortalModulePage({ module, list }: { module: ColumnModule; list: PortalModule }) {
  const t = useTranslations("reader");
  const { college, page, hasNext, items } = list;
  const name = t(`modules.${module}`);
  return (
    <PortalFrame college={college} current={module}>
      <Breadcrumb trail={[{ href: modulePath(module), label: name }]} />
      <div className="column-head">
        <h1>{name}</h1>
        <p>{t("portal.moduleIntro")}</p>
      </div>
      {items.length > 0 ? <PortalList items={items} /> : <EmptyNote title={t("portal.emptyModule")} />}
      {(page > 1 || hasNext) && (
        <nav className="pager" aria-label={t("pager.label")}>
          {page > 1 && (
            <a href={modulePath(module, page - 1)} rel="prev">
              {t("pager.previous")}
            </a>
          )}
          <span>{t("pager.nth", { page })}</span>
          {hasNext && (
            <a href={modulePath(module, page + 1)} rel="next">
              {t("pager.next")}
            </a>
          )}
        </nav>
      )}
      {page === portalPagesMax && <p className="list-end">{t("portal.older")}</p>}
    </PortalFrame>
  );
}
