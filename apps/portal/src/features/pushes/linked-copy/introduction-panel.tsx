"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { introductionCharsMax } from "@zhibu/domain/articles/push/push-limits";
import { Panel } from "@zhibu/ui/panel";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import type { EditedArticle } from "../../articles/article-data.ts";
import type { IntroductionText } from "./use-introduction.ts";

type IntroductionPanelProps = { data: EditedArticle; introduction: IntroductionText };

/** The only words of a pushed article that are the branch's own. */
export function IntroductionPanel({ data, introduction }: IntroductionPanelProps) {
  const t = useTranslations("pushes.introduction");
  const { can, article } = data;
  const { text, change, flush, isUnsaved, isSaving } = introduction;
  const voids = article.workState === "approved" || article.workState === "scheduled" || article.workState === "failed";
  return (
    <Panel title={t("title")} description={t("lead")}>
      {can.introduce ? (
        <>
          <TextAreaField
            label={t("label")}
            hiddenLabel
            value={text}
            maxLength={introductionCharsMax}
            placeholder={t("placeholder")}
            onChange={(event) => change(event.target.value)}
            {...(voids ? { hint: t("voids") } : {})}
          />
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button onClick={() => void flush()} disabled={!isUnsaved} loading={isSaving}>
              {t("save")}
            </Button>
            <output className="text-[13px] text-ink-soft">
              {isUnsaved ? t("unsaved") : t("count", { count: text.length, max: introductionCharsMax })}
            </output>
          </div>
        </>
      ) : (
        <p className={text === "" ? "text-ink-soft" : "whitespace-pre-wrap"}>{text === "" ? t("none") : text}</p>
      )}
    </Panel>
  );
}
