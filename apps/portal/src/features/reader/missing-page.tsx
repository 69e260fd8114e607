import { useTranslations } from "next-intl";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { columnPath } from "./addresses.ts";
import { NoticeLinks, NoticePage } from "./notice-page.tsx";
import { SiteFrame } from "./site-frame.tsx";

/** The branch's 404: the same for what never was, what is not published and what belongs to others. */
export function MissingPage({ site }: { site: ReaderSite }) {
  const t = useTranslations("reader");
  const sections = site.sections.map((section) => ({ href: columnPath(section.slug), label: section.name }));
  return (
    <SiteFrame site={site}>
      <NoticePage title={t("missing.title")}>
        <p>{t("missing.why")}</p>
        <p>{t("missing.next")}</p>
        <NoticeLinks links={[{ href: "/", label: t("home") }, ...sections]} />
      </NoticePage>
    </SiteFrame>
  );
}
