"use client";

import { useTranslations } from "next-intl";
import type { CopyState, PushMode } from "@zhibu/domain/articles/push/push-names";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

const tones: Record<CopyState, StatusTone> = {
  waiting: "waiting",
  shown: "good",
  drafted: "info",
  declined: "neutral",
  failed: "bad",
  unlinked: "neutral",
  recalled: "neutral",
};

/** What became of a push in one branch. What waits for an answer and what is on its way are two words. */
export function CopyStateWord({ state, mode }: { state: CopyState; mode: PushMode }) {
  const t = useTranslations("pushes.state");
  const word = state === "waiting" && mode !== "optional" ? "delivering" : state;
  return <StatusWord tone={tones[state]}>{t(word)}</StatusWord>;
}
