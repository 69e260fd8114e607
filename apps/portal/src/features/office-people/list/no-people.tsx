"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { isNarrowed, type PeopleState } from "./list-state.ts";

const quiet = {
  endingSoon: "noneEndingSoon",
  neverSignedIn: "noneNeverSignedIn",
  withoutRole: "noneWithoutRole",
  disabled: "noneDisabled",
} as const;

/** Nobody to show: good news where a concern is about nobody, a way back where filters left nobody. */
export function NoPeople({ state, onReset }: { state: PeopleState; onReset: () => void }) {
  const t = useTranslations("office-people.empty");
  if (state.concern !== "all" && !isNarrowed(state)) {
    return <EmptyState title={t(quiet[state.concern])} hint={t(`${quiet[state.concern]}Hint`)} />;
  }
  return <EmptyState title={t("title")} hint={t("hint")} action={<Button onClick={onReset}>{t("reset")}</Button>} />;
}
