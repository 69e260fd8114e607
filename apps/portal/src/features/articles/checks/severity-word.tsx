"use client";

import { useTranslations } from "next-intl";
import type { Severity } from "@zhibu/domain/checks/finding";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

const tones: Record<Severity, StatusTone> = { block: "bad", warn: "waiting", info: "info" };

export function SeverityWord({ severity }: { severity: Severity }) {
  const t = useTranslations("checks.severity");
  return <StatusWord tone={tones[severity]}>{t(severity)}</StatusWord>;
}
