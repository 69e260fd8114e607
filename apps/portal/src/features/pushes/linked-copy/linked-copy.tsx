"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { ThumbBar } from "../../../components/thumb-bar.tsx";
import { arrangeActions } from "../../articles/article-actions.ts";
import type { EditedArticle } from "../../articles/article-data.ts";
import { ArticleStateWord } from "../../articles/article-state-word.tsx";
import { ArticlePaper } from "../../articles/reading/article-paper.tsx";
import { Timeline } from "../../articles/reading/timeline.tsx";
import { ActionBar } from "../../editor/workspace/action-bar.tsx";
import { ActionDialogs } from "../../editor/workspace/action-dialogs.tsx";
import { useArticleActions } from "../../editor/workspace/use-article-actions.ts";
import { FollowNotice } from "./follow-notice.tsx";
import { IntroductionPanel } from "./introduction-panel.tsx";
import { UnlinkButton } from "./unlink-button.tsx";
import { useIntroduction } from "./use-introduction.ts";

type LinkedCopyProps = {
  branch: string;
  siteOrigin: string;
  data: EditedArticle & { follows: NonNullable<EditedArticle["follows"]> };
};

/** An article that follows the office's: its text to read, its introduction to write, and the way out. */
export function LinkedCopy({ branch, siteOrigin, data }: LinkedCopyProps) {
  const t = useTranslations();
  const { article, revision, follows, can, findings, timeline } = data;
  const introduction = useIntroduction(branch, data);
  const actions = useArticleActions({ branch, articleId: article.id, queue: introduction.desk });
  const returned = article.workState === "returned" ? timeline.find(({ action }) => action === "return") : undefined;
  const buttons = {
    actions: arrangeActions(article, can),
    reviewHref: `/${branch}/review/${article.id}`,
    isBusy: actions.isBusy,
    onAction: actions.start,
  };
  return (
    <>
      <PageHeader
        title={revision.title}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <ArticleStateWord visibility={article.visibility} workState={article.workState} />
            <StatusWord tone="brand">{t(`pushes.mode.${follows.mode}`)}</StatusWord>
          </span>
        }
        actions={
          <div className="hidden flex-wrap items-center gap-2 md:flex">
            <ActionBar {...buttons} />
          </div>
        }
      />
      <div className="mb-4 space-y-2">
        <FollowNotice article={article} follows={follows} liveHref={`${siteOrigin}/a/${article.no}`} />
        {returned !== undefined && (
          <Notice tone="bad">
            <span className="font-medium">{t("articles.returnedBy", { name: returned.actorName })}</span>
            <span className="mt-0.5 block whitespace-pre-wrap">{returned.opinion}</span>
          </Notice>
        )}
      </div>
      <div className="grid items-start gap-x-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <IntroductionPanel data={data} introduction={introduction} />
          <Panel title={t("pushes.text.title")} description={t("pushes.text.lead", { origin: follows.originName })}>
            <ArticlePaper branch={branch} article={{ ...revision, introduction: introduction.text }} />
          </Panel>
        </div>
        <div>
          {can.unlink && (
            <Panel title={t("pushes.unlink.panel")} description={t("pushes.unlink.panelLead")}>
              <UnlinkButton
                branch={branch}
                articleId={article.id}
                version={article.version}
                isRequired={follows.mode === "required"}
              />
            </Panel>
          )}
          <Panel title={t("review.timeline")}>
            <Timeline events={timeline} />
          </Panel>
        </div>
      </div>
      <ThumbBar>
        <ActionBar {...buttons} isCompact />
      </ThumbBar>
      <ActionDialogs
        actions={actions}
        findings={findings}
        scheduledAt={article.scheduledAt}
        onJump={() => document.querySelector("textarea")?.focus()}
      />
    </>
  );
}
