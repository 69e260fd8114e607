"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import type { EditedArticle } from "./article-data.ts";

type TakenDownNoticeProps = {
  article: Pick<EditedArticle["article"], "visibility">;
  timeline: EditedArticle["timeline"];
};

/** Why the office took the article away from readers, while it is away; nothing where the branch did it itself. */
export function TakenDownNotice({ article, timeline }: TakenDownNoticeProps) {
  const t = useTranslations("articles");
  const last = timeline.find(({ action }) => action === "takeDown" || action === "withdraw");
  if (article.visibility !== "withdrawn" || last?.action !== "takeDown") return null;
  return (
    <Notice tone="bad">
      <span className="font-medium">{t("takenDownBy", { name: last.actorName })}</span>
      <span className="mt-0.5 block whitespace-pre-wrap">{last.opinion}</span>
      <span className="mt-0.5 block">{t("takenDownNext")}</span>
    </Notice>
  );
}
