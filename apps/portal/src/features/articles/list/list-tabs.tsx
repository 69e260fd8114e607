"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ArticleTab, articleTabs } from "@zhibu/domain/articles/article-tabs";
import { useTRPC } from "../../../trpc/client.tsx";

type ListTabsProps = { branch: string; tab: ArticleTab; onChange: (tab: ArticleTab) => void };

/** Tabs that nobody uses every day stay out of sight while they are empty. */
const rareTabs: readonly ArticleTab[] = ["withdrawn", "archived"];

/** Where articles stand, with how many; on a phone the row is pushed sideways. */
export function ListTabs({ branch, tab, onChange }: ListTabsProps) {
  const t = useTranslations("article-list");
  const counts = useQuery(useTRPC().articles.counts.queryOptions({ branch })).data;
  const shown = articleTabs.filter((each) => each === tab || !rareTabs.includes(each) || (counts?.[each] ?? 0) > 0);
  return (
    <nav aria-label={t("tabs")} className="-mx-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:px-0">
      <ul className="flex min-w-max gap-1">
        {shown.map((each) => (
          <li key={each}>
            <button
              type="button"
              aria-current={each === tab ? "true" : undefined}
              onClick={() => onChange(each)}
              className="min-h-10 border-b-2 border-transparent px-3 py-2 text-ink-soft -outline-offset-2! hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand-strong"
            >
              {t(`tab.${each}`)}
              {counts !== undefined && <span className="ml-1.5 text-[13px] font-normal">{counts[each]}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
