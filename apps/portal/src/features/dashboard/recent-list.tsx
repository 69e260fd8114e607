"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { isPrompt } from "@zhibu/domain/articles/revision-rules";
import { EmptyState } from "@zhibu/ui/empty-state";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import type { Dashboard } from "../articles/article-data.ts";

type RecentItem = Dashboard["recent"][number];

/** The newest items readers see. */
export function RecentList({ branch, recent }: { branch: string; recent: readonly RecentItem[] }) {
  const t = useTranslations("dashboard.recent");
  if (recent.length === 0) return <EmptyState title={t("empty")} hint={t("emptyHint")} />;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {recent.map((item) => (
        <li key={item.id}>
          <Link
            href={`/${branch}/articles/${item.id}`}
            className="flex items-center gap-3 px-4 py-2.5 hover:bg-ground md:px-5"
          >
            <span className="min-w-0 flex-1 truncate">{item.title}</span>
            <Promptness item={item} />
            <span className="hidden w-28 shrink-0 truncate text-[13px] text-ink-soft md:inline">
              {item.column.name}
            </span>
            {item.publishedAt && (
              <RelativeTime value={item.publishedAt} className="w-20 shrink-0 text-right text-[13px] text-ink-soft" />
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Only what fell short is marked: a list of green words says nothing. */
function Promptness({ item: { eventAt, publishedAt } }: { item: RecentItem }) {
  const t = useTranslations("dashboard.recent");
  if (!publishedAt || isPrompt(eventAt, publishedAt) !== false) return null;
  return <StatusWord tone="waiting">{t("late")}</StatusWord>;
}
