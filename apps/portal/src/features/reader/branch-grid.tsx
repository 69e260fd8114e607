import { useTranslations } from "next-intl";
import type { PortalBranch } from "@zhibu/core/articles/published/list-branches";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { siteOrigin } from "./addresses.ts";

/** Branches with the day of their newest item; with `intro` what each says about itself. */
export function BranchGrid({ branches, intro }: { branches: readonly PortalBranch[]; intro?: boolean }) {
  const t = useTranslations("reader.portal");
  return (
    <ul className={intro ? "branches branches-wide" : "branches"}>
      {branches.map((branch) => (
        <li key={branch.slug}>
          <a href={siteOrigin(branch)}>{branch.name}</a>
          {intro && branch.intro && <p>{branch.intro}</p>}
          <span>
            {branch.lastPublishedAt ? t("lastActive", { date: shanghaiDay(branch.lastPublishedAt) }) : t("notActive")}
          </span>
        </li>
      ))}
    </ul>
  );
}
