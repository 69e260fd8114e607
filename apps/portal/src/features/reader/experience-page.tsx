import { useTranslations } from "next-intl";
import type { ExperiencePage as Experience } from "@zhibu/core/articles/published/featured-articles";
import { experiencePath } from "./addresses.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { FeaturedList } from "./featured-list.tsx";
import { PortalFrame } from "./portal-frame.tsx";

/** 经验交流: everything the office features, the newest choice first. */
export function ExperiencePage({ list }: { list: Experience }) {
  const t = useTranslations("reader");
  const { college, page, hasNext, items } = list;
  return (
    <PortalFrame college={college} current="experience">
      <Breadcrumb trail={[{ href: experiencePath(), label: t("experience.title") }]} />
      <div className="column-head">
        <h1>{t("experience.title")}</h1>
        <p>{t("experience.intro")}</p>
      </div>
      {items.length > 0 ? <FeaturedList items={items} wide /> : <EmptyNote title={t("experience.empty")} />}
      {(page > 1 || hasNext) && (
        <nav className="pager" aria-label={t("pager.label")}>
          {page > 1 && (
            <a href={experiencePath(page - 1)} rel="prev">
              {t("pager.previous")}
            </a>
          )}
          <span>{t("pager.nth", { page })}</span>
          {hasNext && (
            <a href={experiencePath(page + 1)} rel="next">
              {t("pager.next")}
            </a>
          )}
        </nav>
      )}
    </PortalFrame>
  );
}
