"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { fileFindingKinds, unreadReasons } from "@zhibu/domain/checks/files/file-reading";
import type { Finding } from "@zhibu/domain/checks/finding";

/** What a finding says, and the articles of the rules behind it. */
export function useFindingText(): (finding: Finding) => { text: string; basis: readonly string[] } {
  const t = useTranslations("checks");
  return useCallback(
    ({ kind, params, basis }) => {
      // Findings in files name what they found, its place and their reasons by key.
      const what = fileFindingKinds.find((each) => each === params["what"]);
      const reason = unreadReasons.find((each) => each === params["reason"]);
      const words = {
        ...params,
        ...(what === undefined ? {} : { what: t(`files.kinds.${what}`), place: t("files.place", params) }),
        ...(reason === undefined ? {} : { reason: t(`files.reasons.${reason}`) }),
      };
      return {
        text: t(`findings.${kind}`, words),
        basis: basis.map(({ source, article }) => t(`sources.${source}`, { article })),
      };
    },
    [t],
  );
}
