"use client";

import { useTranslations } from "next-intl";
import type { ArticleEvent } from "../article-data.ts";
import { fullMomentText } from "../format-time.ts";

const grave = new Set(["return", "withdraw", "takeDown", "fail", "voidApproval", "pushRebase", "pushRecall"]);
const good = new Set(["approve", "publish"]);

/** Who did what when and with what words, newest first. */
export function Timeline({ events }: { events: readonly ArticleEvent[] }) {
  const t = useTranslations("articles.timeline");
  if (events.length === 0) return <p className="text-ink-soft">{t("empty")}</p>;
  return (
    <ol className="relative ml-1.5 border-l-2 border-line">
      {events.map((event) => (
        <li key={event.id} className="relative pb-4 pl-4 last:pb-0">
          <span
            aria-hidden
            className={`absolute top-1.5 -left-[6px] size-2.5 rounded-full border-2 border-surface ${dot(event.action)}`}
          />
          <p>
            <span className="font-medium">{event.actorName === "" ? t("nobody") : event.actorName}</span>{" "}
            {t(`action.${event.action}`)}
          </p>
          {event.opinion !== "" && (
            <p className="mt-1 rounded bg-neutral-soft px-2.5 py-1.5 break-words whitespace-pre-wrap">
              {event.opinion}
            </p>
          )}
          <time dateTime={event.at.toISOString()} className="mt-0.5 block text-xs text-ink-soft">
            {fullMomentText(event.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function dot(action: string): string {
  if (grave.has(action)) return "bg-bad";
  return good.has(action) ? "bg-good" : "bg-line-strong";
}
