"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Panel } from "@zhibu/ui/panel";
import type { ReviewedArticle } from "../articles/article-data.ts";
import { DifferenceView } from "../articles/difference/difference-view.tsx";
import { ArticlePaper } from "../articles/reading/article-paper.tsx";

type Side = "changes" | "whole";
const sides: readonly Side[] = ["changes", "whole"];

/** The text as readers would get it; where a live one exists, what it changes of that comes first. */
export function ReviewText({ branch, data }: { branch: string; data: ReviewedArticle }) {
  const t = useTranslations("review.text");
  const { revision, difference } = data;
  const [side, setSide] = useState<Side>("changes");
  const shown = difference === null ? "whole" : side;
  return (
    <Panel
      title={t(shown)}
      {...(difference === null
        ? {}
        : {
            extra: (
              <fieldset aria-label={t("choose")} className="flex rounded-md border border-line-strong p-0.5">
                {sides.map((each) => (
                  <button
                    key={each}
                    type="button"
                    aria-pressed={shown === each}
                    onClick={() => setSide(each)}
                    className="min-h-8 rounded px-3 text-ink-soft aria-pressed:bg-brand-soft aria-pressed:font-medium aria-pressed:text-brand-strong"
                  >
                    {t(each)}
                  </button>
                ))}
              </fieldset>
            ),
          })}
    >
      {shown === "changes" && difference !== null ? (
        <DifferenceView difference={difference} branch={branch} pictures={revision.pictures} />
      ) : (
        <ArticlePaper branch={branch} article={revision} />
      )}
    </Panel>
  );
}
