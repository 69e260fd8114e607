import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReaderCollege } from "@zhibu/core/tenancy/reader-site";
import { columnModules } from "@zhibu/domain/columns/module-names";
import { experiencePath, modulePath } from "./addresses.ts";
import { Banners } from "./banners.tsx";
import { FooterFacts } from "./footer-facts.tsx";
import { Masthead } from "./masthead.tsx";
import { collegeMenu } from "./site-menu.ts";

type PortalFrameProps = {
  college: ReaderCollege;
  /** `home`, `experience`, `branches`, `college` for its pages, or a module. */
  current?: string;
  children: ReactNode;
};

/** What surrounds every page of the college portal. */
export function PortalFrame({ college, current, children }: PortalFrameProps) {
  const t = useTranslations("reader");
  const item = (key: string, href: string, label: string) => ({ href, label, current: key === current, children: [] });
  return (
    <>
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <Banners college={college} />
      <Masthead
        name={t("portalName", { college: college.name })}
        line={t("portalLine")}
        menu={[
          item("home", "/", t("home")),
          ...collegeMenu(college, t("collegePages"), current === "college"),
          ...columnModules.map((module) => item(module, modulePath(module), t(`modules.${module}`))),
          item("experience", experiencePath(), t("experience.title")),
          item("branches", "/branches", t("portal.branches")),
        ]}
      />
      <main id="main" className="page">
        {children}
      </main>
      <footer className="footer">
        <nav className="footer-links" aria-label={t("footer.label")}>
          <a href="/branches">{t("footer.branches")}</a>
          <a href="/feed.xml">{t("footer.feed")}</a>
          <a href="/sitemap.xml">{t("footer.map")}</a>
        </nav>
        <FooterFacts host={college.name} contact={college} />
      </footer>
    </>
  );
}
