"use client";

import { CheckOutlined } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import { declaredVersion, selfCheckKeys } from "@zhibu/domain/checks/self-check-keys";
import { Panel } from "@zhibu/ui/panel";
import type { ReviewedArticle } from "../articles/article-data.ts";
import { fullMomentText } from "../articles/format-time.ts";

type SubmissionPanelProps = { submission: NonNullable<ReviewedArticle["submission"]> };

/** What the submitter declared before handing the text on, in the wording of that day. */
export function SubmissionPanel({ submission }: SubmissionPanelProps) {
  const t = useTranslations();
  const version = declaredVersion(submission.selfCheck);
  return (
    <Panel
      title={t("review.submission.title")}
      description={t("review.submission.by", {
        name: submission.submittedByName,
        time: fullMomentText(submission.submittedAt),
      })}
    >
      {version === null ? (
        <p className="text-ink-soft">{t("review.submission.older")}</p>
      ) : (
        <ul className="space-y-1.5">
          {selfCheckKeys.map((key) => (
            <li key={key} className="flex items-start gap-2">
              <CheckOutlined aria-hidden className="mt-1 text-good" />
              {t(`checks.selfCheck.${version}.${key}.label`)}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
