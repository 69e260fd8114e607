import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { portalOrigin } from "./addresses.ts";
import { Banners } from "./banners.tsx";
import { Masthead } from "./masthead.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { siteMenu } from "./site-menu.ts";

/** What surrounds every page of a branch's site; `current` is the section the page belongs to. */
export function SiteFrame({
  site,
  current,
  children,
}: {
  site: ReaderSite;
  current?: string | null;
  children: ReactNode;
}) {
  const t = useTranslations("reader");
  const { branch, college } = site;
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <Banners college={college} />
      <Masthead
        name={branch.name}
        line={t("collegeLine", { college: college.name })}
        aside={{ href: portalOrigin(), label: t("toPortal", { college: college.shortName }) }}
        menu={siteMenu(site, { home: t("home"), college: t("collegePages") }, current ?? null)}
      />
      <main id="main" className="page">
        {children}
      </main>
      <SiteFooter site={site} />
    </>
  );
}
