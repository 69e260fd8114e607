import { useTranslations } from "next-intl";
import type { ReaderCollege } from "@zhibu/core/tenancy/reader-site";
import { portalOrigin } from "./addresses.ts";

/**
 * The college's urgent lines over every page. A landmark with a name, so that a screen reader finds it at once; no live
 * region, for nothing on a reader's page changes after it has come.
 */
export function Banners({ college: { banners } }: { college: ReaderCollege }) {
  const t = useTranslations("reader.banner");
  if (banners.length === 0) return null;
  return (
    <aside className="banners" aria-label={t("label")}>
      {banners.map(({ text, href }) => (
        <p key={`${text}${href}`}>
          <strong>{t("word")}</strong>
          {href === "" ? <span>{text}</span> : <a href={href.startsWith("/") ? portalOrigin() + href : href}>{text}</a>}
        </p>
      ))}
    </aside>
  );
}
