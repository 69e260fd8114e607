"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@zhibu/ui/text-field";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { ReasonDialog } from "../articles/actions/reason-dialog.tsx";
import type { DecideDialog, PublicityDetail } from "./publicity-data.ts";
import type { PublicityMoves } from "./use-publicity-moves.ts";

type DecideDialogsProps = {
  dialog: DecideDialog;
  target: { branch: string; publicityId: string; version: number };
  data: PublicityDetail;
  moves: PublicityMoves;
  onClose: () => void;
};

/** The question behind a button: each of these moves wants a reason, and says what readers will see. */
export function DecideDialogs({ dialog, target, data, moves, onClose }: DecideDialogsProps) {
  const t = useTranslations("publicity.decide");
  const errorText = useErrorText();
  const [lastDay, setLastDay] = useState(data.list.lastDay ?? "");
  const move = moves[dialog];
  function confirm(reason: string): void {
    const options = { onSuccess: onClose };
    if (dialog === "extend") moves.extend.mutate({ ...target, reason, lastDay }, options);
    else moves[dialog].mutate({ ...target, reason }, options);
  }
  return (
    <ReasonDialog
      open
      title={t(`dialog.${dialog}.title`)}
      lead={
        <>
          <p>{t(`dialog.${dialog}.lead`)}</p>
          {dialog === "extend" && (
            <div className="mt-3">
              <TextField
                type="date"
                label={t("dialog.extend.lastDay")}
                value={lastDay}
                min={data.list.lastDay ?? ""}
                onChange={(event) => setLastDay(event.target.value)}
              />
            </div>
          )}
          {move.isError && (
            <p role="alert" className="mt-2 text-bad">
              {errorText(move.error)}
            </p>
          )}
        </>
      }
      label={t("dialog.reason")}
      confirmLabel={t(dialog)}
      danger={dialog === "withdraw"}
      pending={move.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
