"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import { momentText } from "../../articles/format-time.ts";
import { useNow } from "../../articles/use-now.ts";
import { savePhase, type SaveState } from "../saving/save-state.ts";

type SaveStatusProps = { state: SaveState; keepsCopy: boolean };

/** Whether what was typed is safe, and where; said politely to screen readers when it changes. */
export function SaveStatus({ state, keepsCopy }: SaveStatusProps) {
  const t = useTranslations("editor.save");
  const phase = savePhase(state);
  const isTrouble = phase !== "saved" && phase !== "saving" && phase !== "unsaved";
  const time = momentText(state.stored.savedAt, useNow());
  return (
    <output className={`text-[13px] ${isTrouble ? "font-medium text-bad" : "text-ink-soft"}`}>
      {phase === "saved" && t("saved", { time })}
      {(phase === "saving" || phase === "unsaved") && t("saving")}
      {phase === "away" && t(keepsCopy ? "awayLocal" : "away")}
      {phase === "signedOut" && t(keepsCopy ? "signedOutLocal" : "signedOut")}
      {phase === "conflict" && t("conflict")}
      {phase === "refused" && <Refused state={state} />}
    </output>
  );
}

function Refused({ state }: { state: SaveState }) {
  const t = useTranslations("editor.save");
  const errorText = useErrorText();
  const error = state.trouble?.kind === "refused" ? state.trouble.error : null;
  return t("refused", { reason: errorText(error) });
}
