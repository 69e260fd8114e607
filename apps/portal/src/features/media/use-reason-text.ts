"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { UploadError } from "./upload-file.ts";

/** The Chinese sentence for a refused upload; a reason without words gets the general one. */
export function useReasonText(): (error: UploadError) => string {
  const t = useTranslations("errors");
  return useCallback(({ reason, params }) => (t.has(reason) ? t(reason, params) : t("unexpected")), [t]);
}
