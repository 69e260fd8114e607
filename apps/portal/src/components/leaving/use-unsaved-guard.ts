"use client";

import { useTranslations } from "next-intl";
import { useLeaveGuard } from "./use-leave-guard.ts";

/** A form with unsaved changes asks before it is left; with `settle` it tries to save them first. */
export function useUnsavedGuard(isDirty: boolean, settle?: () => Promise<boolean>): void {
  const t = useTranslations("common.leave");
  useLeaveGuard({ isClean: () => !isDirty, settle, loses: t("unsaved") });
}
