"use client";

import { useTranslations } from "next-intl";
import type { TermStanding } from "@zhibu/domain/tenancy/term-standing";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

const tones: Record<TermStanding, StatusTone> = { current: "good", upcoming: "info", ended: "neutral" };

export function TermStandingWord({ standing }: { standing: TermStanding }) {
  const t = useTranslations("common.standing");
  return <StatusWord tone={tones[standing]}>{t(standing)}</StatusWord>;
}
