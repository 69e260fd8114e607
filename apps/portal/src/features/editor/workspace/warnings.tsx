"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import type { OtherEditor } from "./use-presence.ts";

type WarningsProps = {
  others: readonly OtherEditor[];
  /** Pictures a paste could not bring along. */
  lostPictures: number;
  onLostSeen: () => void;
};

/** What the writer should know before typing on. */
export function Warnings({ others, lostPictures, onLostSeen }: WarningsProps) {
  const t = useTranslations("editor.warning");
  return (
    <output className="block space-y-2 empty:hidden">
      {others.length > 0 && (
        <Notice tone="waiting">{t("others", { names: others.map(({ userName }) => userName).join("、") })}</Notice>
      )}
      {lostPictures > 0 && (
        <Notice
          tone="waiting"
          action={
            <Button size="small" onClick={onLostSeen}>
              {t("seen")}
            </Button>
          }
        >
          {t("lostPictures", { count: lostPictures })}
        </Notice>
      )}
    </output>
  );
}
