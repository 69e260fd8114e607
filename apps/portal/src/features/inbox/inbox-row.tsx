"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusWord } from "@zhibu/ui/status-word";
import type { InboxItem } from "../articles/article-data.ts";
import { momentText } from "../articles/format-time.ts";
import { promptness, waitingHours } from "./waiting.ts";

/** Where an item is dealt with: what is to be decided on the review page, what is to be written in the editor. */
function pathOf({ reason, branch, articleId }: InboxItem): string {
  if (reason === "correction") return `/${branch.slug}/corrections`;
  if (reason === "offer") return `/${branch.slug}/pushes`;
  if (reason === "objection") return `/${branch.slug}/publicity/${articleId}#objections`;
  if (isPublicity(reason)) return `/${branch.slug}/publicity/${articleId}`;
  const place = reason === "review" ? "review" : "articles";
  return `/${branch.slug}/${place}/${articleId}`;
}

function isPublicity(reason: InboxItem["reason"]): boolean {
  return reason === "objection" || reason.startsWith("publicity");
}

/** One waiting item; the whole line is the link. */
export function InboxRow({ item, now }: { item: InboxItem; now: Date }) {
  const t = useTranslations("inbox");
  return (
    <li>
      <Link
        href={pathOf(item)}
        className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-ground md:flex-nowrap md:px-5"
      >
        <span className="min-w-0 basis-full md:flex-1 md:basis-0">
          <span className="block truncate text-[15px] font-medium">
            {item.title === "" ? t("untitled") : item.title}
          </span>
          <span className="mt-0.5 block truncate text-[13px] text-ink-soft">
            <Origin item={item} />
          </span>
        </span>
        {item.objections > 0 && <StatusWord tone="bad">{t("objections", { count: item.objections })}</StatusWord>}
        {item.isChange && <StatusWord>{t("change")}</StatusWord>}
        <Waiting item={item} now={now} />
        <span className="hidden shrink-0 text-brand md:inline">{t(`group.${item.reason}.action`)}</span>
      </Link>
    </li>
  );
}

/** Which branch and column it is of, and who handed it on. */
function Origin({ item: { branch, columnName, from, reason } }: { item: InboxItem }) {
  const t = useTranslations("inbox");
  const handedOn =
    reason === "correction" ? from : t(reason === "publicityReturned" ? "returnedBy" : "from", { name: from });
  return [branch.shortName, isPublicity(reason) ? t("publicity") : columnName, from && handedOn]
    .filter(Boolean)
    .join(" · ");
}

function Waiting({ item, now }: { item: InboxItem; now: Date }) {
  const t = useTranslations("inbox");
  if (item.reason === "scheduled" && item.scheduledAt) {
    return (
      <span className="shrink-0 text-[13px] text-ink-soft">{t("at", { time: momentText(item.scheduledAt, now) })}</span>
    );
  }
  const hours = waitingHours(item.since, now);
  const limit = item.isChange ? null : promptness(item.eventAt, now);
  return (
    <span className="flex shrink-0 flex-wrap items-center gap-2">
      {limit !== null && (
        <StatusWord tone={limit.hoursLeft > 0 ? "waiting" : "bad"}>
          {limit.hoursLeft > 0 ? t("hoursLeft", { hours: limit.hoursLeft }) : t("overdue")}
        </StatusWord>
      )}
      <span className={`text-[13px] ${hours >= 24 ? "font-medium text-bad" : "text-ink-soft"}`}>
        {hours < 1
          ? t("waitingShort")
          : hours < 24
            ? t("waitingHours", { hours })
            : t("waitingDays", { days: Math.floor(hours / 24) })}
      </span>
    </span>
  );
}
