"use client";

import { useDeferredValue, useMemo } from "react";
import type { ArticleContent } from "@zhibu/domain/articles/article-input";
import { bodyMedia } from "@zhibu/domain/articles/document/body-media";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import type { CollegeBaseline } from "@zhibu/domain/baseline/college-baseline";
import { checkArticle } from "@zhibu/domain/checks/check-article";
import type { CheckArticleInput } from "@zhibu/domain/checks/check-article-input";
import { defaultCheckRules } from "@zhibu/domain/checks/check-rules";
import type { Finding } from "@zhibu/domain/checks/finding";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import type { ShelfMedia } from "../pictures/media-shelf.ts";

export type CheckedText = {
  fields: Omit<ArticleContent, "body">;
  body: BodyDocument;
  module: ColumnModule;
  media: ReadonlyMap<string, ShelfMedia>;
  /** What is out already was published when it was: only a first publication runs against the 48 hours. */
  publishedAt: Date | null;
  /** The college's facts and terms, once they are there. */
  baseline: CollegeBaseline | undefined;
};

/** The server's own checks, run on the text as it stands on the screen. */
export function useFindings(text: CheckedText): readonly Finding[] {
  const settled = useDeferredValue(text);
  return useMemo(() => findingsOf(settled), [settled]);
}

function findingsOf({ fields, body, module, media, publishedAt, baseline }: CheckedText): Finding[] {
  const found = (ids: readonly string[]) => ids.flatMap((id) => media.get(id) ?? []);
  const article: CheckArticleInput = {
    ...fields,
    body,
    module,
    eventAt: fields.eventAt === null ? null : new Date(fields.eventAt),
    now: publishedAt ?? new Date(),
    attachments: found(fields.attachmentIds),
    pictures: found(bodyMedia(body)),
    cover: media.get(fields.coverId ?? "") ?? null,
  };
  return checkArticle(article, baseline ? { ...defaultCheckRules, baseline } : defaultCheckRules);
}
