"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Notice } from "@zhibu/ui/notice";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { EditedArticle } from "../articles/article-data.ts";
import { fullMomentText } from "../articles/format-time.ts";
import { useNominationMoves } from "./use-nomination-moves.ts";

const ReasonDialog = dynamic(() => import("../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog), {
  ssr: false,
});

type NominationNoticeProps = { branch: string; articleId: string; nomination: EditedArticle["nomination"] };

/** Where the article stands on its way to the portal's 经验交流, and the branch's next step there. */
export function NominationNotice({ branch, articleId, nomination }: NominationNoticeProps) {
  const t = useTranslations("nominations");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [isAsking, setAsking] = useState(false);
  const moves = useNominationMoves();
  const { current, can } = nomination;
  const onError = (error: unknown) => void message.error(errorText(error));
  const words = sentence();
  if (words === null && !can.propose) return null;

  /** What was declined long ago is no news on an article that can't be proposed any more. */
  function sentence(): { tone: "good" | "info" | "waiting"; text: string } | null {
    if (!current || current.state === "ended") return null;
    const at = fullMomentText(current.featuredAt ?? current.proposedAt);
    if (current.state === "featured") return { tone: "good", text: t("featured", { at }) };
    if (current.state === "proposed")
      return { tone: "info", text: t("proposed", { name: current.proposedByName, at }) };
    return can.propose ? { tone: "waiting", text: t("declined", { reason: current.reason }) } : null;
  }

  const propose = (
    <Button size="small" onClick={() => setAsking(true)} className="max-md:w-full">
      {current ? t("proposeAgain") : t("propose")}
    </Button>
  );
  const withdraw = current && (
    <Button
      size="small"
      className="max-md:w-full"
      loading={moves.withdraw.isPending}
      onClick={() => moves.withdraw.mutate({ branch, articleId, version: current.version }, { onError })}
    >
      {t("withdraw")}
    </Button>
  );
  const action = can.propose ? propose : can.withdraw && withdraw;
  return (
    <>
      {words === null ? (
        <p className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 text-[13px] text-ink-soft">
          {t("invitation")} {propose}
        </p>
      ) : (
        <Notice tone={words.tone} action={action}>
          {words.text}
        </Notice>
      )}
      {isAsking && (
        <ReasonDialog
          open
          title={t("dialog.title")}
          lead={t("dialog.lead")}
          label={t("dialog.label")}
          placeholder={t("dialog.placeholder")}
          confirmLabel={t("propose")}
          pending={moves.propose.isPending}
          onClose={() => setAsking(false)}
          onConfirm={(note) =>
            moves.propose.mutate(
              { branch, articleId, note },
              {
                onError,
                onSuccess: () => {
                  setAsking(false);
                  void message.success(t("sent"));
                },
              },
            )
          }
        />
      )}
    </>
  );
}
