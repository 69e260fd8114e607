"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ThumbBar } from "../../components/thumb-bar.tsx";
import type { ReviewedArticle } from "../articles/article-data.ts";
import { ArticleStateWord } from "../articles/article-state-word.tsx";
import { fullMomentText } from "../articles/format-time.ts";
import { Timeline } from "../articles/reading/timeline.tsx";
import { stateSentence } from "../articles/state-sentence.ts";
import { TakenDownNotice } from "../articles/taken-down-notice.tsx";
import { NominationNotice } from "../nominations/nomination-notice.tsx";
import { DecideButtons } from "./decide-buttons.tsx";
import { NextButton, NextInLine } from "./next-in-line.tsx";
import { ReviewChecks } from "./review-checks.tsx";
import { ReviewText } from "./review-text.tsx";
import { SubmissionPanel } from "./submission-panel.tsx";
import { useDecision } from "./use-decision.ts";

const DecideDialogs = dynamic(() => import("./decide-dialogs.tsx").then((file) => file.DecideDialogs), { ssr: false });

type ReviewDeskProps = { branch: string; data: ReviewedArticle; siteOrigin: string };

/** The text and its changes on the left, everything that helps to decide on the right, the decision always in reach. */
export function ReviewDesk({ branch, data, siteOrigin }: ReviewDeskProps) {
  const t = useTranslations();
  const { article, can, findings, submission, timeline } = data;
  const decision = useDecision(branch, data);
  // Whoever came to decide goes on to the next; whoever came to look does not.
  const [wasWaiting] = useState(article.workState === "in_review");
  const time = article.scheduledAt === null ? "" : fullMomentText(article.scheduledAt);
  const buttons = <DecideButtons branch={branch} data={data} decision={decision} />;
  return (
    <>
      <PageHeader
        title={article.title === "" ? t("articles.reading.untitled") : article.title}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <ArticleStateWord visibility={article.visibility} workState={article.workState} />
            {data.columnName}
          </span>
        }
        actions={<div className="hidden flex-wrap gap-2 md:flex">{buttons}</div>}
      />
      <div className="mb-4 space-y-2">
        <TakenDownNotice article={article} timeline={timeline} />
        <Notice tone={article.workState === "failed" ? "bad" : "info"}>
          {t(`articles.sentence.${stateSentence(article, can)}`, { time })}
          {article.visibility === "live" && article.workState !== null && ` ${t("articles.liveStays")}`}{" "}
          {article.visibility === "live" && (
            <a
              className="underline underline-offset-4"
              href={`${siteOrigin}/a/${article.no}`}
              target="_blank"
              rel="noopener"
            >
              {t("articles.openLive")}
              <span className="sr-only">{t("common.opensInNewTab")}</span>
            </a>
          )}
        </Notice>
        <NominationNotice branch={branch} articleId={article.id} nomination={data.nomination} />
        <NextInLine articleId={article.id} workState={article.workState} />
      </div>
      <div className="grid items-start gap-x-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ReviewText branch={branch} data={data} />
        <div>
          <ReviewChecks findings={findings} submission={submission} decision={decision} canWaive={can.approve} />
          {submission && <SubmissionPanel submission={submission} />}
          <Panel title={t("review.timeline")}>
            <Timeline events={timeline} />
          </Panel>
        </div>
      </div>
      <ThumbBar>
        {wasWaiting && <NextButton articleId={article.id} workState={article.workState} />}
        {buttons}
      </ThumbBar>
      {decision.dialog !== null && <DecideDialogs data={data} decision={decision} />}
    </>
  );
}
