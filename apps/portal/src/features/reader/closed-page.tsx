import { useTranslations } from "next-intl";
import type { ReaderClosure } from "@zhibu/core/tenancy/reader-closure";
import type { ReaderSite } from "@zhibu/core/tenancy/reader-site";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { portalOrigin, siteOrigin } from "./addresses.ts";
import { Banners } from "./banners.tsx";
import { closureKind } from "./closure-kind.ts";
import { FooterFacts } from "./footer-facts.tsx";
import { Masthead } from "./masthead.tsx";
import { NoticeLinks, NoticePage } from "./notice-page.tsx";

/** All that a suspended or archived branch shows, whatever was asked for: since when, why, and where to go on. */
export function ClosedPage({ site: { branch, college }, closure }: { site: ReaderSite; closure: ReaderClosure }) {
  const t = useTranslations("reader");
  const kind = closureKind(branch, closure);
  const { reason, mergedInto } = closure;
  const since = shanghaiDay(closure.since);
  const portal = { href: portalOrigin(), label: t("portalName", { college: college.name }) };
  const home = mergedInto && { href: siteOrigin(mergedInto), label: t("portal.toBranch", { branch: mergedInto.name }) };
  return (
    <>
      <Banners college={college} />
      <Masthead name={branch.name} line={t("collegeLine", { college: college.name })} menu={[]} />
      <main id="main" className="page">
        <NoticePage title={t(`closed.${kind}Title`)}>
          <p>{t(`closed.${kind}`, { branch: branch.name, since, into: mergedInto?.name ?? "" })}</p>
          {reason !== "" && <p>{t("closed.reason", { reason })}</p>}
          <p>{t("closed.next")}</p>
          <NoticeLinks links={home ? [home, portal] : [portal]} />
        </NoticePage>
      </main>
      <footer className="footer">
        <FooterFacts host={college.name} contact={college} />
      </footer>
    </>
  );
}
