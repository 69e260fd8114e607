"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";

type OvertakenNoticeProps = { says: string; onTake: () => void; onKeep: () => void };

/** Somebody else saved while one was typing: take theirs, or go on knowingly with one's own. */
export function OvertakenNotice({ says, onTake, onKeep }: OvertakenNoticeProps) {
  const t = useTranslations("office-publicity.overtaken");
  return (
    <Notice
      tone="waiting"
      role="alert"
      action={
        <>
          <Button size="small" onClick={onTake}>
            {t("take")}
          </Button>
          <Button size="small" onClick={onKeep}>
            {t("keep")}
          </Button>
        </>
      }
    >
      {says}
    </Notice>
  );
}
