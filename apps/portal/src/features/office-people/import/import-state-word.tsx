"use client";

import { useTranslations } from "next-intl";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

const tones: Record<ImportOverview["state"], StatusTone> = {
  previewed: "waiting",
  running: "info",
  done: "good",
  failed: "bad",
  cancelled: "neutral",
};

export function ImportStateWord({ state }: Pick<ImportOverview, "state">) {
  const t = useTranslations("office-people.importPage.state");
  return <StatusWord tone={tones[state]}>{t(state)}</StatusWord>;
}
