import { useTranslations } from "next-intl";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { portalOrigin } from "./addresses.ts";
import { FooterFacts } from "./footer-facts.tsx";

/** Who answers for the site, and how to reach them; what the branch left empty is the college's. */
export function SiteFooter({ site: { branch, college } }: { site: ReaderSite }) {
  const t = useTranslations("reader.footer");
  const portal = portalOrigin();
  return (
    <footer className="footer">
      <nav className="footer-links" aria-label={t("label")}>
        <a href={portal}>{college.name}</a>
        <a href={`${portal}/branches`}>{t("branches")}</a>
        <a href="/feed.xml">{t("feed")}</a>
        <a href="/sitemap.xml">{t("map")}</a>
      </nav>
      <FooterFacts
        host={`${college.name} ${branch.name}`}
        contact={{
          address: branch.address || college.address,
          phone: branch.phone || college.phone,
          email: branch.email || college.email,
          icp: branch.icp || college.icp,
        }}
      />
    </footer>
  );
}
