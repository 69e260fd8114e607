"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Finding } from "@zhibu/domain/checks/finding";

/** What a finding says, and the articles of the rules behind it. */
export function useFindingText(): (finding: Finding) => { text: string; basis: readonly string[] } {
  const t = useTranslations("checks");
  return useCallback(
    ({ kind, params, basis }) => ({
      text: t(`findings.${kind}`, params),
      basis: basis.map(({ source, article }) => t(`sources.${source}`, { article })),
    }),
    [t],
  );
}
