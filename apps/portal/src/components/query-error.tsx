"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { ErrorState } from "@zhibu/ui/error-state";
import { useErrorText } from "../trpc/use-error-text.ts";

/** What stands in place of a list or form whose data did not come. */
export function QueryError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("common");
  const errorText = useErrorText();
  return (
    <ErrorState
      title={t("loadFailed")}
      hint={errorText(error)}
      action={<Button onClick={onRetry}>{t("retry")}</Button>}
    />
  );
}
