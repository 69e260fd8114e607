"use client";

import { App } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { reasonIn } from "@zhibu/domain/articles/reason";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { ReviewedArticle } from "../articles/article-data.ts";
import { useArticleMoves } from "../articles/use-article-moves.ts";
import { waiverFieldId } from "./waiver-field-id.ts";

export type DecisionDialog = "return" | "schedule" | "withdraw";

/** The reviewer's moves, with the waivers written so far; a decision is always about the version on the screen. */
export function useDecision(branch: string, data: ReviewedArticle) {
  const t = useTranslations("articles.done");
  const tChecks = useTranslations("review.checks");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const moves = useArticleMoves();
  const [dialog, setDialog] = useState<DecisionDialog | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [opinion, setOpinion] = useState("");

  const at = { branch, articleId: data.article.id, version: data.article.version };
  const blocking = data.findings.filter(({ severity }) => severity === "block");
  const unwaived = blocking.filter(({ key }) => reasonIn(reasons[key]) === null);

  async function perform(work: () => Promise<unknown>, done: string): Promise<void> {
    setBusy(true);
    try {
      await work();
      setDialog(null);
      void message.success(done);
    } catch (error) {
      void message.error(errorText(error));
    } finally {
      setBusy(false);
    }
  }

  function approve(publish: boolean): void {
    const [open] = unwaived;
    if (open !== undefined) {
      void message.warning(tChecks("open", { count: unwaived.length }));
      document.getElementById(waiverFieldId(open.key))?.focus();
      return;
    }
    const waivers = blocking.map(({ key }) => ({ findingKey: key, reason: reasons[key] ?? "" }));
    const work = () => moves.approve.mutateAsync({ ...at, opinion, waivers, publish });
    void perform(work, t(publish ? "publish" : "approve"));
  }

  return {
    dialog,
    isBusy,
    reasons,
    opinion,
    /** Findings that still need a waiver before the text may pass. */
    unwaived,
    ask: setDialog,
    closeDialog: () => setDialog(null),
    setReason: (key: string, reason: string) => setReasons((before) => ({ ...before, [key]: reason })),
    setOpinion,
    approve,
    publish: () => void perform(() => moves.publish.mutateAsync(at), t("publish")),
    unschedule: () => void perform(() => moves.unschedule.mutateAsync(at), t("unschedule")),
    returnIt: (reason: string) => void perform(() => moves.return.mutateAsync({ ...at, reason }), t("return")),
    schedule: (publishAt: string) =>
      void perform(() => moves.schedule.mutateAsync({ ...at, publishAt }), t("schedule")),
    withdraw: (reason: string) => void perform(() => moves.withdraw.mutateAsync({ ...at, reason }), t("withdraw")),
    recall: () => void perform(() => moves.recall.mutateAsync(at), t("recall")),
  };
}

export type Decision = ReturnType<typeof useDecision>;
