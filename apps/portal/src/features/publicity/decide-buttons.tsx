"use client";

import { Button, type ButtonProps } from "antd";
import { useTranslations } from "next-intl";
import type { DecideDialog, PublicityDetail } from "./publicity-data.ts";
import type { PublicityMoves } from "./use-publicity-moves.ts";

type DecideButtonsProps = {
  target: { branch: string; publicityId: string; version: number };
  data: PublicityDetail;
  moves: PublicityMoves;
  onAsk: (dialog: DecideDialog) => void;
};

/** Moves that want a reason first, in the order they stand; the gravest are not the nearest. */
const asked = [
  ["extend", {}],
  ["withdraw", { danger: true }],
  ["unsign", {}],
  ["return", {}],
] as const satisfies readonly (readonly [DecideDialog, ButtonProps])[];

/** The moves the person may make now; signing is the last and the main one. */
export function DecideButtons({ target, data, moves, onAsk }: DecideButtonsProps) {
  const t = useTranslations("publicity.decide");
  const { can, draft, list } = data;
  const correcting = list.state === "running";
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      {can.recall && (
        <Button loading={moves.recall.isPending} onClick={() => moves.recall.mutate(target)}>
          {t(correcting ? "recallCorrection" : "recall")}
        </Button>
      )}
      {asked.map(
        ([dialog, props]) =>
          can[dialog] && (
            <Button key={dialog} {...props} onClick={() => onAsk(dialog)}>
              {t(dialog)}
            </Button>
          ),
      )}
      {can.sign && correcting && (
        <Button type="primary" onClick={() => onAsk("signCorrection")}>
          {t("signCorrection")}
        </Button>
      )}
      {can.sign && !correcting && (
        <Button type="primary" loading={moves.sign.isPending} onClick={() => moves.sign.mutate(target)}>
          {t(draft?.startsAt ? "signPlanned" : "sign")}
        </Button>
      )}
    </div>
  );
}
