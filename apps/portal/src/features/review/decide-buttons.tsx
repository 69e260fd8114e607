"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../../components/button-link.tsx";
import type { ReviewedArticle } from "../articles/article-data.ts";
import type { Decision } from "./use-decision.ts";

type DecideButtonsProps = { branch: string; data: ReviewedArticle; decision: Decision };

/** What may be done now; the next step last and red. */
export function DecideButtons({ branch, data, decision }: DecideButtonsProps) {
  const t = useTranslations("review.decide");
  const { article, can } = data;
  const { isBusy } = decision;
  const isPlanned = article.workState === "scheduled";
  return (
    <>
      {can.edit && <ButtonLink href={`/${branch}/articles/${article.id}`}>{t("edit")}</ButtonLink>}
      {can.withdraw && article.workState === null && (
        <Button danger onClick={() => decision.ask("withdraw")}>
          {t("withdraw")}
        </Button>
      )}
      {can.recall && !can.approve && (
        <Button loading={isBusy} onClick={decision.recall}>
          {t("recall")}
        </Button>
      )}
      {can.return && <Button onClick={() => decision.ask("return")}>{t("return")}</Button>}
      {can.unschedule && (
        <Button loading={isBusy} onClick={decision.unschedule}>
          {t("unschedule")}
        </Button>
      )}
      {can.schedule && (
        <Button onClick={() => decision.ask("schedule")}>{t(isPlanned ? "reschedule" : "schedule")}</Button>
      )}
      {can.approve && (
        <Button
          loading={isBusy}
          type={can.approveAndPublish ? "default" : "primary"}
          onClick={() => decision.approve(false)}
        >
          {t("approve")}
        </Button>
      )}
      {can.approveAndPublish && (
        <Button loading={isBusy} type="primary" onClick={() => decision.approve(true)}>
          {t("approveAndPublish")}
        </Button>
      )}
      {can.publish && !isPlanned && (
        <Button loading={isBusy} type="primary" onClick={decision.publish}>
          {t("publish")}
        </Button>
      )}
    </>
  );
}
