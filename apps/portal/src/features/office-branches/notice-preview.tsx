"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";

type NoticePreviewProps = { name: string; deed: "suspend" | "archive"; reason: string };

/** The notice as readers will get it at every address of the site. */
export function NoticePreview({ name, deed, reason }: NoticePreviewProps) {
  const t = useTranslations("office-branches.close");
  const [since] = useState(() => shanghaiDay(new Date()));
  return (
    <section aria-label={t("preview")} className="mt-4">
      <p className="mb-1 text-[13px] text-ink-soft">{t("preview")}</p>
      <div className="rounded-md border border-t-3 border-line border-t-brand bg-ground px-4 py-3">
        <p className="font-semibold">{t(`notice.${deed}Title`)}</p>
        <p className="mt-1">{t(`notice.${deed}`, { name, since })}</p>
        <p className={`mt-1 break-words ${reason === "" ? "text-ink-soft" : ""}`}>
          {reason === "" ? t("notice.reasonEmpty") : t("notice.reason", { reason })}
        </p>
      </div>
    </section>
  );
}
