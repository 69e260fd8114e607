"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Panel } from "@zhibu/ui/panel";
import { PreparePanel } from "./prepare-panel.tsx";
import type { PublicityDetail } from "./publicity-data.ts";
import type { PublicityMoves } from "./use-publicity-moves.ts";

type CorrectionPanelProps = { branch: string; data: PublicityDetail; moves: PublicityMoves };

/** The way to a correction of a running list; its form comes when somebody wants to correct something, which is rare, or has begun to. */
export function CorrectionPanel({ branch, data, moves }: CorrectionPanelProps) {
  const t = useTranslations("publicity.correct");
  const [isOpen, setIsOpen] = useState(false);
  // One form from the first word on: a correction that is saved for the first time stays in it.
  if (isOpen || data.draft !== null) return <PreparePanel branch={branch} data={data} moves={moves} />;
  return (
    <Panel title={t("title")} description={t("lead")}>
      <Button onClick={() => setIsOpen(true)}>{t("open")}</Button>
    </Panel>
  );
}
