"use client";

import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";

/** While the editor's own code is on its way. */
export function EditorLoading() {
  const t = useTranslations("common");
  return <LoadingState label={t("loading")} rows={8} />;
}
