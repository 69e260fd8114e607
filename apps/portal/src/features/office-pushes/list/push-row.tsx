"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import { baselineColumnName } from "../../pushes/column-name.ts";
import type { PushItem } from "../../pushes/push-data.ts";
import { CountWords } from "./count-words.tsx";

/** One push: what and where to, then how it stands; the whole line leads to its branches. */
export function PushRow({ push }: { push: PushItem }) {
  const t = useTranslations("office-pushes");
  const total = Object.values(push.counts).reduce((sum, count) => sum + count, 0);
  return (
    <li>
      <Link
        href={`/office/pushes/${push.id}`}
        className="grid items-center gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-ground md:grid-cols-[minmax(0,1fr)_auto_9rem] md:px-5"
      >
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 text-[15px] font-medium break-words">{push.title}</span>
            <StatusWord tone="brand">{t(`mode.${push.mode}.word`)}</StatusWord>
          </span>
          <span className="mt-0.5 block text-[13px] text-ink-soft">
            {t("about", { column: baselineColumnName(push.columnKey), count: total, name: push.createdByName })}
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-1.5">
          {push.state === "recalled" ? (
            <StatusWord tone="bad">{t("recalled")}</StatusWord>
          ) : (
            <CountWords counts={push.counts} mode={push.mode} />
          )}
        </span>
        <span className="text-[13px] text-ink-soft md:text-right">
          <RelativeTime value={push.createdAt} />
        </span>
      </Link>
    </li>
  );
}
