"use client";

import { Tabs } from "antd";
import { useTranslations } from "next-intl";
import type { Finding } from "@zhibu/domain/checks/finding";
import type { ArticleEvent } from "../../articles/article-data.ts";
import { Timeline } from "../../articles/reading/timeline.tsx";
import { FactsPanel, type FactsPanelProps } from "./facts-panel.tsx";
import { FindingsPanel } from "./findings-panel.tsx";

export type PanelTab = "facts" | "findings" | "timeline";

type SidePanelProps = FactsPanelProps & {
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  findings: readonly Finding[];
  timeline: readonly ArticleEvent[];
  onJump: (finding: Finding) => void;
  onFix: (finding: Finding) => void;
};

/** What belongs to the article beside its text: facts, checks, what happened so far. */
export function SidePanel({ tab, onTab, findings, timeline, onJump, onFix, ...facts }: SidePanelProps) {
  const t = useTranslations("editor.panel");
  return (
    <Tabs
      size="small"
      activeKey={tab}
      onChange={(key) => onTab(key === "findings" || key === "timeline" ? key : "facts")}
      items={[
        { key: "facts", label: t("facts"), children: <FactsPanel {...facts} /> },
        {
          key: "findings",
          label: findings.length === 0 ? t("findings") : t("findingsCount", { count: findings.length }),
          children: <FindingsPanel findings={findings} isEditable={facts.isEditable} onJump={onJump} onFix={onFix} />,
        },
        { key: "timeline", label: t("timeline"), children: <Timeline events={timeline} /> },
      ]}
    />
  );
}
