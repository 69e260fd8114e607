"use client";

import { App } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import type { ArticleAction } from "../../articles/article-actions.ts";
import { useArticleMoves } from "../../articles/use-article-moves.ts";
import type { SelfCheckAnswer } from "../dialogs/self-check-dialog.tsx";

/** What an action still needs to be told before it is done. */
export type ActionDialog = "submit" | "schedule" | "return" | "withdraw";

/** What holds the unsaved part of the screen; the editor's is a `SaveQueue`. */
type UnsavedText = {
  /** Saves what is unsaved; `false` when that did not work. */
  flush: () => Promise<boolean>;
  getState: () => { stored: { version: number } };
  adopt: (version: number) => void;
};

type Subject = { branch: string; articleId: string; queue: UnsavedText };

/** Does what the buttons say: the text is saved first, so that what is acted on is what is on the screen. */
export function useArticleActions({ branch, articleId, queue }: Subject) {
  const t = useTranslations("articles");
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const moves = useArticleMoves();
  const [dialog, setDialog] = useState<ActionDialog | null>(null);
  const [isBusy, setBusy] = useState(false);

  type At = { branch: string; articleId: string; version: number };

  async function perform(work: (at: At) => Promise<{ version: number }>, done: string): Promise<void> {
    setBusy(true);
    try {
      if (!(await queue.flush())) {
        void message.warning(t("notSavedYet"));
        return;
      }
      const { version } = await work({ branch, articleId, version: queue.getState().stored.version });
      queue.adopt(version);
      setDialog(null);
      void message.success(done);
    } catch (error) {
      void message.error(errorText(error));
    } finally {
      setBusy(false);
    }
  }

  function confirmed(action: "discard" | "archive" | "handIn" | "publish", work: () => Promise<void>): void {
    modal.confirm({
      title: t(`confirm.${action}.title`),
      content: t(`confirm.${action}.lead`),
      okText: t(`action.${action}`),
      okButtonProps: { danger: action === "discard" || action === "archive" },
      onOk: work,
    });
  }

  const { mutateAsync: handIn } = moves.handIn;
  const { mutateAsync: recall } = moves.recall;
  const { mutateAsync: discard } = moves.discard;
  const { mutateAsync: archive } = moves.archive;
  const { mutateAsync: publish } = moves.publish;
  const { mutateAsync: unschedule } = moves.unschedule;
  const { mutateAsync: pin } = moves.pin;

  const direct: Record<Exclude<ArticleAction, "review">, () => void> = {
    submit: () => setDialog("submit"),
    schedule: () => setDialog("schedule"),
    reschedule: () => setDialog("schedule"),
    return: () => setDialog("return"),
    withdraw: () => setDialog("withdraw"),
    handIn: () => confirmed("handIn", () => perform((at) => handIn(at), t("done.handIn"))),
    recall: () => void perform((at) => recall(at), t("done.recall")),
    discard: () => confirmed("discard", () => perform((at) => discard(at), t("done.discard"))),
    archive: () => confirmed("archive", () => perform((at) => archive(at), t("done.archive"))),
    publish: () => confirmed("publish", () => perform((at) => publish(at), t("done.publish"))),
    unschedule: () => void perform((at) => unschedule(at), t("done.unschedule")),
    pin: () => void perform((at) => pin({ ...at, pinned: true }), t("done.pin")),
    unpin: () => void perform((at) => pin({ ...at, pinned: false }), t("done.unpin")),
  };

  return {
    dialog,
    isBusy,
    closeDialog: () => setDialog(null),
    start: (action: ArticleAction) => {
      if (action !== "review") direct[action]();
    },
    submit: (answer: SelfCheckAnswer) =>
      void perform((at) => moves.submit.mutateAsync({ ...at, ...answer }), t("done.submit")),
    schedule: (publishAt: string) =>
      void perform((at) => moves.schedule.mutateAsync({ ...at, publishAt }), t("done.schedule")),
    returnIt: (reason: string) => void perform((at) => moves.return.mutateAsync({ ...at, reason }), t("done.return")),
    withdraw: (reason: string) =>
      void perform((at) => moves.withdraw.mutateAsync({ ...at, reason }), t("done.withdraw")),
    restore: (revisionId: string) =>
      void perform((at) => moves.restore.mutateAsync({ ...at, revisionId }), t("done.restore")),
  };
}

export type ArticleActions = ReturnType<typeof useArticleActions>;
