"use client";

import { Input } from "antd";
import { useTranslations } from "next-intl";
import { reasonCharsMax } from "@zhibu/domain/articles/reason";
import type { Finding } from "@zhibu/domain/checks/finding";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import type { ReviewedArticle } from "../articles/article-data.ts";
import { FindingItem } from "../articles/checks/finding-item.tsx";
import type { Decision } from "./use-decision.ts";
import { waiverFieldId } from "./waiver-field-id.ts";
import { waiverReasons } from "./waiver-reasons.ts";

type ReviewChecksProps = {
  findings: readonly Finding[];
  submission: ReviewedArticle["submission"];
  decision: Decision;
  canWaive: boolean;
};

/** The automatic checks as of now; what blocks passes only with a reason of the reviewer's own. */
export function ReviewChecks({ findings, submission, decision, canWaive }: ReviewChecksProps) {
  const t = useTranslations("review.checks");
  const asked = waiverReasons(submission?.waiversAsked);
  const given = waiverReasons(submission?.waiversGiven);
  return (
    <Panel title={t("title", { count: findings.length })}>
      {findings.length === 0 ? (
        <p className="text-good">{t("clean")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {findings.map((finding) => (
            <FindingItem key={finding.key} finding={finding}>
              {finding.severity === "block" && (
                <>
                  {asked.has(finding.key) && (
                    <p className="mb-2">{t("asked", { reason: asked.get(finding.key) ?? "" })}</p>
                  )}
                  {given.has(finding.key) && (
                    <p className="mb-2">{t("given", { reason: given.get(finding.key) ?? "" })}</p>
                  )}
                  {canWaive && (
                    <Input.TextArea
                      id={waiverFieldId(finding.key)}
                      aria-label={t("waive")}
                      placeholder={t("waivePlaceholder")}
                      maxLength={reasonCharsMax}
                      autoSize={{ minRows: 2, maxRows: 5 }}
                      value={decision.reasons[finding.key] ?? ""}
                      onChange={(event) => decision.setReason(finding.key, event.target.value)}
                    />
                  )}
                </>
              )}
            </FindingItem>
          ))}
        </ul>
      )}
      {canWaive && decision.unwaived.length > 0 && (
        <div className="mt-3">
          <Notice tone="bad">{t("open", { count: decision.unwaived.length })}</Notice>
        </div>
      )}
      {canWaive && (
        <label className="mt-4 block">
          <span className="mb-1 block font-medium">{t("opinion")}</span>
          <Input.TextArea
            maxLength={reasonCharsMax}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={decision.opinion}
            onChange={(event) => decision.setOpinion(event.target.value)}
          />
        </label>
      )}
    </Panel>
  );
}
