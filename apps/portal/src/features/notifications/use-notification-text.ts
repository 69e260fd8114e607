"use client";

import { useTranslations } from "next-intl";
import type { NotificationLine } from "./notification-data.ts";

/** What happened, as one sentence. */
export function useNotificationText(): (line: Pick<NotificationLine, "kind" | "params">) => string {
  const t = useTranslations("notifications");
  return ({ kind, params }) => (kind === null ? t("unknown") : t(`line.${kind}`, params));
}
