"use client";

import { useTranslations } from "next-intl";
import { Panel } from "@zhibu/ui/panel";
import { fullMomentText } from "../articles/format-time.ts";
import type { PublicityDetail } from "./publicity-data.ts";

/** The result statement as readers find it, once it is published. */
export function ResultPanel({ list }: Pick<PublicityDetail, "list">) {
  const t = useTranslations("publicity.statement");
  if (list.statedAt === null) return null;
  return (
    <Panel
      title={t("title")}
      description={t("published", { name: list.statedByName, time: fullMomentText(list.statedAt) })}
    >
      <p className="break-words whitespace-pre-wrap">{list.statement}</p>
    </Panel>
  );
}
