"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import type { PushableArticle } from "../../pushes/push-data.ts";
import { ArticleChoice } from "./article-choice.tsx";
import { noChoices, type Choices } from "./choices.ts";
import { ModeChoice } from "./mode-choice.tsx";
import { PushDetailsFields } from "./push-details-fields.tsx";
import { SendBar } from "./send-bar.tsx";
import { TargetChoice } from "./target-choice.tsx";

/** Sending an article, from top to bottom: which, how, to whom; the last button says to how many sites. */
export function SendScreen() {
  const t = useTranslations("office-pushes.form");
  const [choices, setChoices] = useState<Choices>(noChoices);
  const change = (next: Partial<Choices>) => setChoices((now) => ({ ...now, ...next }));
  function choose(article: PushableArticle | null): void {
    change({ article, targets: null, ...(article?.columnKey ? { columnKey: article.columnKey } : {}) });
  }
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <Panel title={t("article.title")} description={t("article.lead")}>
        <ArticleChoice
          originId={choices.originId}
          chosen={choices.article}
          onOrigin={(originId) => change({ originId, article: null, targets: null })}
          onChoose={choose}
        />
      </Panel>
      <Panel title={t("mode.title")}>
        <ModeChoice mode={choices.mode} onChange={(mode) => change({ mode })} />
      </Panel>
      {choices.article !== null && (
        <>
          <Panel title={t("targets.title")} description={t("targets.lead")}>
            <TargetChoice
              originId={choices.originId}
              articleId={choices.article.articleId}
              chosen={choices.targets}
              onChange={(targets) => change({ targets })}
            />
          </Panel>
          <Panel title={t("details.title")}>
            <PushDetailsFields choices={choices} onChange={change} />
          </Panel>
          <SendBar choices={choices} article={choices.article} />
        </>
      )}
    </>
  );
}
