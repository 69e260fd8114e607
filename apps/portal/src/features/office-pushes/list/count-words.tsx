"use client";

import { useTranslations } from "next-intl";
import { copyStates, type CopyState, type PushMode } from "@zhibu/domain/articles/push/push-names";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";
import type { PushItem } from "../../pushes/push-data.ts";

const tones: Partial<Record<CopyState, StatusTone>> = { shown: "good", waiting: "waiting", failed: "bad" };

/** How many branches stand where, in words; what nobody is in is not said. */
export function CountWords({ counts, mode }: { counts: PushItem["counts"]; mode: PushMode }) {
  const t = useTranslations("office-pushes.count");
  return copyStates
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => (
      <StatusWord key={state} tone={tones[state] ?? "neutral"}>
        {t(state === "waiting" && mode !== "optional" ? "delivering" : state, { count: counts[state] ?? 0 })}
      </StatusWord>
    ));
}
