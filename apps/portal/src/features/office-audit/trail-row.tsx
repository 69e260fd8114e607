"use client";

import { useTranslations } from "next-intl";
import type { TrailItem } from "@zhibu/core/audit/list-trail";
import { actorText } from "./actor-text.ts";
import { RowDetails, type RowLinks } from "./row-details.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import { useSubjectText } from "./use-subject-text.ts";

const clock = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** One record on one line: when, who did what, about what, where; opened, what changed. */
export function TrailRow({ item, links }: { item: TrailItem; links: RowLinks }) {
  const t = useTranslations("office-audit");
  const words = useAuditWords();
  const subject = useSubjectText();
  return (
    <li>
      <details className="group">
        <summary className="grid list-none items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 -outline-offset-2! hover:bg-ground md:grid-cols-[4.5rem_minmax(0,1fr)_minmax(0,14rem)_2.5rem] md:px-5 [&::-webkit-details-marker]:hidden">
          <span className="flex gap-x-3 text-[13px] text-ink-soft md:contents">
            <time dateTime={item.at.toISOString()} className="md:order-1">
              {clock.format(item.at)}
            </time>
            <span className="truncate md:order-3">{item.branchName ?? words.college}</span>
          </span>
          <span className="min-w-0 break-words md:order-2">
            <span className="font-medium">{actorText(words, item)}</span> {words.action(item.action) ?? item.action}
            <span className="text-ink-soft"> · {subject(item)}</span>
          </span>
          <span className="hidden text-right text-[13px] text-brand-strong group-open:text-ink-soft md:order-4 md:block">
            {t("row.details")}
          </span>
        </summary>
        <RowDetails item={item} links={links} />
      </details>
    </li>
  );
}
