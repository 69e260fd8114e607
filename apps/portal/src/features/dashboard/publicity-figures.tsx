"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { Panel } from "@zhibu/ui/panel";
import type { Dashboard } from "../articles/article-data.ts";

type Counts = NonNullable<Dashboard["publicity"]>;

/** What runs and what presses, each number the way to the lists it counts. */
const figures = [
  { tab: "running", unit: "lists", presses: false },
  { tab: "endingSoon", unit: "lists", presses: false },
  { tab: "ended", unit: "lists", presses: true },
  { tab: "objected", unit: "objections", presses: true },
] as const;

export function PublicityFigures({ branch, counts }: { branch: string; counts: Counts }) {
  const t = useTranslations("dashboard.publicity");
  return (
    <Panel
      title={t("title")}
      extra={
        <Link href={`/${branch}/publicity`} className="text-brand">
          {t("all")}
        </Link>
      }
      flush
    >
      <ul className="grid grid-cols-2 gap-px border-t border-line bg-line md:grid-cols-4">
        {figures.map(({ tab, unit, presses }) => {
          const count = tab === "objected" ? counts.openObjections : counts[tab];
          return (
            <li key={tab} className="bg-surface">
              <Link href={`/${branch}/publicity?tab=${tab}`} className="block h-full px-4 py-3 hover:bg-ground md:px-5">
                <span className="block text-ink-soft">{t(tab)}</span>
                <span className={`block text-xl leading-8 font-semibold ${presses && count > 0 ? "text-bad" : ""}`}>
                  {count === 0 ? t("none") : t(unit, { count })}
                </span>
                <span className="block text-[13px] text-ink-soft">{t(`${tab}Hint`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
