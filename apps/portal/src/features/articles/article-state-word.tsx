"use client";

import { useTranslations } from "next-intl";
import type { Visibility, WorkState } from "@zhibu/domain/articles/article-states";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

type ArticleState = { visibility: Visibility; workState: WorkState | null };

const workTones: Record<WorkState, StatusTone> = {
  draft: "neutral",
  handed_in: "waiting",
  in_review: "waiting",
  returned: "bad",
  approved: "info",
  scheduled: "info",
  failed: "bad",
};

const restTones: Record<Visibility, StatusTone> = {
  unpublished: "neutral",
  live: "good",
  withdrawn: "neutral",
  archived: "neutral",
};

/** Where an article stands, in a few words: what readers see, then what the branch is doing with the next text. */
export function ArticleStateWord({ visibility, workState }: ArticleState) {
  const t = useTranslations("articles.state");
  if (workState === null) return <StatusWord tone={restTones[visibility]}>{t(`rest.${visibility}`)}</StatusWord>;
  if (visibility !== "live" && visibility !== "withdrawn") {
    return <StatusWord tone={workTones[workState]}>{t(`work.${workState}`)}</StatusWord>;
  }
  const tone = workState === "draft" ? restTones[visibility] : workTones[workState];
  const words = { rest: t(`rest.${visibility}`), change: t(`change.${workState}`) };
  return <StatusWord tone={tone}>{t("restAndChange", words)}</StatusWord>;
}
