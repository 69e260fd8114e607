"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import type { EditedArticle } from "../../articles/article-data.ts";
import { fullMomentText } from "../../articles/format-time.ts";
import { stateSentence } from "../../articles/state-sentence.ts";
import { TakenDownNotice } from "../../articles/taken-down-notice.tsx";
import { NominationNotice } from "../../nominations/nomination-notice.tsx";

type StateNoticeProps = {
  branch: string;
  data: EditedArticle;
  liveHref: string;
  /** Offered while the text could be changed and is still locked against stray keys. */
  onUnlock: (() => void) | null;
};

/** Where the article stands, what comes next and who must act; above it, what the reviewer asked for. */
export function StateNotice({ branch, data, liveHref, onUnlock }: StateNoticeProps) {
  const t = useTranslations("articles");
  const { article, can, timeline } = data;
  const returned = article.workState === "returned" ? timeline.find(({ action }) => action === "return") : undefined;
  const time = article.scheduledAt === null ? "" : fullMomentText(article.scheduledAt);
  return (
    <div className="space-y-2">
      <TakenDownNotice article={article} timeline={timeline} />
      {returned !== undefined && (
        <Notice tone="bad">
          <span className="font-medium">{t("returnedBy", { name: returned.actorName })}</span>
          <span className="mt-0.5 block whitespace-pre-wrap">{returned.opinion}</span>
        </Notice>
      )}
      <Notice
        tone={article.workState === "failed" ? "bad" : "info"}
        action={
          onUnlock !== null && (
            <Button size="small" onClick={onUnlock} className="max-md:w-full">
              {t(article.workState === null ? "unlock.begin" : "unlock.void")}
            </Button>
          )
        }
      >
        {t(`sentence.${stateSentence(article, can)}`, { time })}
        {article.visibility === "live" && (
          <>
            {article.workState !== null && ` ${t("liveStays")}`}{" "}
            <a
              href={liveHref}
              target="_blank"
              rel="noreferrer"
              className="whitespace-nowrap underline underline-offset-2"
            >
              {t("openLive")}
            </a>
          </>
        )}
      </Notice>
      {data.isPushed && <Notice tone="waiting">{t("pushedFromHere")}</Notice>}
      <NominationNotice branch={branch} articleId={article.id} nomination={data.nomination} />
    </div>
  );
}
