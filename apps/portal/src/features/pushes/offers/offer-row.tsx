"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ButtonLink } from "../../../components/button-link.tsx";
import { fullMomentText } from "../../articles/format-time.ts";
import { baselineColumnName } from "../column-name.ts";
import { CopyStateWord } from "../copy-state-word.tsx";
import type { OfferItem } from "../push-data.ts";
import { useAnswers } from "./use-answers.ts";

const OfferPreview = dynamic(() => import("./offer-preview.tsx").then((file) => file.OfferPreview), { ssr: false });
const ReasonDialog = dynamic(
  () => import("../../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog),
  {
    ssr: false,
  },
);

/** One push: whose, what it says, where it would stand, and the two answers where it needs one. */
export function OfferRow({ branch, offer }: { branch: string; offer: OfferItem }) {
  const t = useTranslations("pushes.offers");
  const { push, can } = offer;
  const [shown, setShown] = useState<"preview" | "decline" | null>(null);
  const answers = useAnswers(branch, offer, () => setShown(null));
  const column = baselineColumnName(push.columnKey);
  return (
    <li className="px-4 py-3 md:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="text-[15px] font-medium break-words">{push.title}</span>
            <CopyStateWord state={offer.state} mode={push.mode} />
          </p>
          <p className="mt-0.5 text-[13px] text-ink-soft">
            {t("from", { name: push.createdByName, time: fullMomentText(push.createdAt) })} ·{" "}
            {t("column", { name: column })}
          </p>
          {push.note !== "" && <p className="mt-1 whitespace-pre-wrap">{t("note", { note: push.note })}</p>}
          <Outcome offer={offer} />
        </div>
        <div className="flex flex-wrap gap-2">
          {push.state === "active" && offer.articleId === null && (
            <Button onClick={() => setShown("preview")}>{t("preview")}</Button>
          )}
          {offer.articleId !== null && (
            <ButtonLink href={`/${branch}/articles/${offer.articleId}`}>{t("open")}</ButtonLink>
          )}
          {can.decline && <Button onClick={() => setShown("decline")}>{t("decline")}</Button>}
          {can.accept && (
            <Button type="primary" loading={answers.isBusy} onClick={() => answers.accept(column)}>
              {t("accept")}
            </Button>
          )}
        </div>
      </div>
      {shown === "preview" && <OfferPreview branch={branch} pushId={offer.pushId} onClose={() => setShown(null)} />}
      {shown === "decline" && (
        <ReasonDialog
          open
          title={t("declineTitle")}
          lead={t("declineLead")}
          label={t("declineLabel")}
          suggestions={[t("declineSuggest.unrelated"), t("declineSuggest.have")]}
          confirmLabel={t("declineConfirm")}
          pending={answers.isBusy}
          onConfirm={answers.decline}
          onClose={() => setShown(null)}
        />
      )}
    </li>
  );
}

/** Who answered when and why; for what was recalled, the office's reason. */
function Outcome({ offer }: { offer: OfferItem }) {
  const t = useTranslations("pushes.offers");
  const { push, state, reason, decidedByName, changedAt } = offer;
  if (push.state === "recalled") return <p className="mt-1 text-bad">{t("recalled", { reason: push.recallReason })}</p>;
  if (state === "failed" || reason === "") return null;
  return (
    <p className="mt-1 text-ink-soft">
      {t("decided", { name: decidedByName, time: fullMomentText(changedAt) })} · {t("reason", { reason })}
    </p>
  );
}
