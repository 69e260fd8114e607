"use client";

import { useTranslations } from "next-intl";
import type { PublicityState } from "@zhibu/domain/publicity/publicity-states";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

const tones: Record<PublicityState, StatusTone> = {
  draft: "neutral",
  in_review: "waiting",
  returned: "bad",
  signed: "info",
  running: "good",
  ended: "waiting",
  stated: "neutral",
  withdrawn: "neutral",
};

/** Where a list stands. */
export function PublicityStateWord({ state }: { state: PublicityState }) {
  const t = useTranslations("publicity.state");
  return <StatusWord tone={tones[state]}>{t(state)}</StatusWord>;
}
