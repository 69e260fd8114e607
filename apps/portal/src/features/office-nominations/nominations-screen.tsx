"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { NominationRows } from "./nomination-rows.tsx";

const tabs = ["proposed", "featured", "past"] as const;

/** What branches propose for the portal's 经验交流: to decide, on show, past. */
export function NominationsScreen() {
  const t = useTranslations("office-nominations");
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("proposed"));
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <nav aria-label={t("tabs")} className="mb-3 flex gap-1 border-b border-line">
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === tab ? "true" : undefined}
            onClick={() => void setTab(each)}
            className="min-h-10 border-b-2 border-transparent px-3 py-2 text-ink-soft -outline-offset-2! hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand-strong"
          >
            {t(`tab.${each}`)}
          </button>
        ))}
      </nav>
      <Panel flush>
        <NominationRows key={tab} tab={tab} />
      </Panel>
    </>
  );
}
