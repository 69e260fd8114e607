"use client";

import { useTranslations } from "next-intl";
import type { BranchState } from "@zhibu/domain/tenancy/branch-states";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

const tones: Record<BranchState, StatusTone> = { open: "good", suspended: "waiting", archived: "neutral" };

/** How readers find the site, as a word. */
export function BranchStateWord({ state, merged = false }: { state: BranchState; merged?: boolean }) {
  const t = useTranslations("office-branches");
  return <StatusWord tone={tones[state]}>{t(`state.${merged ? "merged" : state}`)}</StatusWord>;
}
