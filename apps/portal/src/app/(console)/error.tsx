"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { ErrorState } from "@zhibu/ui/error-state";

/** A page that broke; the frame around it still works. */
export default function ConsoleError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations();
  return (
    <ErrorState
      title={t("shell.crashed.title")}
      hint={t("shell.crashed.hint")}
      action={<Button onClick={reset}>{t("common.retry")}</Button>}
    />
  );
}
