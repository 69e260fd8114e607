import { useTranslations } from "next-intl";
import type { ReaderCollege } from "@zhibu/core/tenancy/reader-site";
import { NoticeLinks, NoticePage } from "./notice-page.tsx";
import { PortalFrame } from "./portal-frame.tsx";

/** The portal's 404. */
export function PortalMissingPage({ college }: { college: ReaderCollege }) {
  const t = useTranslations("reader");
  return (
    <PortalFrame college={college}>
      <NoticePage title={t("missing.title")}>
        <p>{t("missing.why")}</p>
        <p>{t("missing.next")}</p>
        <NoticeLinks
          links={[
            { href: "/", label: t("home") },
            { href: "/branches", label: t("portal.branches") },
          ]}
        />
      </NoticePage>
    </PortalFrame>
  );
}
