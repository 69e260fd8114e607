"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import type { EditedArticle } from "../../articles/article-data.ts";
import { fullMomentText } from "../../articles/format-time.ts";

type FollowNoticeProps = {
  article: EditedArticle["article"];
  follows: NonNullable<EditedArticle["follows"]>;
  liveHref: string;
};

/** Whose text this is, what happens to it by itself, and what is left for the branch to do. */
export function FollowNotice({ article, follows, liveHref }: FollowNoticeProps) {
  const t = useTranslations();
  const { originName, mode, state, note, sentByName, sentAt, recallReason } = follows;
  if (state === "recalled") {
    return (
      <Notice tone="bad">
        <span className="font-medium">{t("pushes.follow.recalled", { origin: originName })}</span>
        <span className="mt-0.5 block whitespace-pre-wrap">{t("pushes.follow.reason", { reason: recallReason })}</span>
      </Notice>
    );
  }
  if (article.visibility !== "live") return <Notice tone="waiting">{t("pushes.follow.down")}</Notice>;
  return (
    <Notice>
      <span className="font-medium">{t("pushes.follow.title", { origin: originName })}</span>{" "}
      {t(`pushes.follow.${mode}`)}{" "}
      <a href={liveHref} target="_blank" rel="noreferrer" className="whitespace-nowrap underline underline-offset-4">
        {t("articles.openLive")}
        <span className="sr-only">{t("common.opensInNewTab")}</span>
      </a>
      <span className="mt-0.5 block text-[13px]">
        {t("pushes.follow.sent", { name: sentByName, time: fullMomentText(sentAt) })}
      </span>
      {note !== "" && <span className="mt-0.5 block text-[13px]">{t("pushes.follow.note", { note })}</span>}
    </Notice>
  );
}
