"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import type { PushDetails } from "../../pushes/push-data.ts";

/** Whether branches still wait for the delivery itself. */
export function isUnderWay({ state, mode, counts }: PushDetails): boolean {
  return state === "active" && mode !== "optional" && (counts.waiting ?? 0) > 0;
}

/** What the whole push amounts to, and what to do next. */
export function StandingNotice({ push }: { push: PushDetails }) {
  const t = useTranslations("office-pushes.standing");
  if (push.state === "recalled") return <RecalledNotice push={push} />;
  const { failed = 0, waiting = 0 } = push.counts;
  if (failed > 0) return <Notice tone="bad">{t("failed", { count: failed })}</Notice>;
  if (waiting === 0) return <Notice tone="good">{t(`done.${push.mode}`)}</Notice>;
  if (isUnderWay(push)) return <Notice>{t("underWay", { count: waiting })}</Notice>;
  return <Notice tone="waiting">{t("waiting", { count: waiting })}</Notice>;
}

/** Why, and what the recall could not reach. */
function RecalledNotice({ push }: { push: PushDetails }) {
  const t = useTranslations("office-pushes.standing");
  const { unlinked = 0, drafted = 0 } = push.counts;
  const beyond = unlinked + drafted;
  return (
    <Notice tone="bad">
      <span className="font-medium">{t("recalled")}</span>
      <span className="mt-0.5 block whitespace-pre-wrap">{t("reason", { reason: push.recallReason })}</span>
      {beyond > 0 && <span className="mt-0.5 block">{t("beyond", { count: beyond })}</span>}
    </Notice>
  );
}
