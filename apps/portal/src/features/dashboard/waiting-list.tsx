"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { EmptyState } from "@zhibu/ui/empty-state";
import { RelativeTime } from "@zhibu/ui/relative-time";
import type { Dashboard } from "../articles/article-data.ts";
import { ArticleStateWord } from "../articles/article-state-word.tsx";
import { fullMomentText } from "../articles/format-time.ts";

type WaitingItem = Dashboard["waiting"][number];

/** Everything between desk and readers, with whose turn it is. */
export function WaitingList({ branch, waiting }: { branch: string; waiting: readonly WaitingItem[] }) {
  const t = useTranslations("dashboard.waiting");
  if (waiting.length === 0) return <EmptyState title={t("empty")} hint={t("emptyHint")} />;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {waiting.map((item) => (
        <li key={item.id}>
          <Link
            href={`/${branch}/${item.workState === "in_review" ? "review" : "articles"}/${item.id}`}
            className="flex items-center gap-3 px-4 py-2.5 hover:bg-ground md:px-5"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{item.title === "" ? t("untitled") : item.title}</span>
              <span className="block truncate text-[13px] text-ink-soft">
                <Turn item={item} />
              </span>
            </span>
            <span className="flex shrink-0 flex-col items-end gap-0.5 text-[13px] text-ink-soft">
              <ArticleStateWord visibility="unpublished" workState={item.workState} />
              <RelativeTime value={item.workStateSince} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Turn({ item }: { item: WaitingItem }) {
  const t = useTranslations("dashboard.waiting");
  if (item.workState === "scheduled" && item.scheduledAt) return t("at", { time: fullMomentText(item.scheduledAt) });
  const names = item.waitsFor.filter((name) => name !== "");
  return names.length > 0 ? t("for", { names: names.join("、") }) : t("forNobody");
}
