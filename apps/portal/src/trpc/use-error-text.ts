"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { appCodeOf, describedErrorOf } from "./app-code-of.ts";

/** Turns whatever was thrown into a Chinese sentence that says what to do; what has no words gets the general one. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return useCallback(
    (error) => {
      const described = describedErrorOf(error);
      if (!described) return appCodeOf(error) === "OFFLINE" ? t("offline") : t("unexpected");
      return t.has(described.reason) ? t(described.reason, described.params) : t("unexpected");
    },
    [t],
  );
}
