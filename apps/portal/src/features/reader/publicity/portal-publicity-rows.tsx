import { useTranslations } from "next-intl";
import type { PortalPublicity } from "@zhibu/core/publicity/published/portal-publicity";
import { publicityPath, siteOrigin } from "../addresses.ts";

/** Running lists of all branches, each on its branch's own site. */
export function PortalPublicityRows({ items }: { items: readonly PortalPublicity[] }) {
  const t = useTranslations("reader.publicity");
  return (
    <ul className="rows">
      {items.map(({ no, title, lastDay, branch }) => (
        <li key={`${branch.slug}/${no}`}>
          <span className="row-column">{branch.shortName}</span>
          <a href={siteOrigin(branch) + publicityPath(no)}>{title}</a>
          <time dateTime={lastDay}>{t("untilDay", { day: lastDay })}</time>
        </li>
      ))}
    </ul>
  );
}
