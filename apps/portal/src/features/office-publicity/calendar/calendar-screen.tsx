"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Notice } from "@zhibu/ui/notice";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";
import { useTRPC } from "../../../trpc/client.tsx";
import { dayText } from "../../articles/format-time.ts";
import type { CalendarYears } from "../office-publicity-data.ts";
import { PublicityTabs } from "../publicity-tabs.tsx";
import { QueryPanel } from "../query-panel.tsx";

type YearItem = CalendarYears["years"][number];

/** 工作日历: which years' arrangements are known. */
export function CalendarScreen() {
  const t = useTranslations("office-publicity");
  const calendar = useQuery(useTRPC().office.publicity.calendar.queryOptions());
  return (
    <>
      <PageHeader title={t("tabs.calendar")} description={t("calendar.lead")} />
      <PublicityTabs />
      <QueryPanel query={calendar}>
        {({ years, provisional }) => (
          <>
            {provisional > 0 && (
              <div className="mb-4">
                <Notice tone="waiting">{t("calendar.waiting", { count: provisional })}</Notice>
              </div>
            )}
            <Panel flush>
              <ul className="-mt-3 divide-y divide-line">
                {years.map((item) => (
                  <YearRow key={item.year} item={item} />
                ))}
              </ul>
            </Panel>
          </>
        )}
      </QueryPanel>
    </>
  );
}

const tones: Record<YearItem["state"], StatusTone> = { confirmed: "good", supplied: "info", missing: "waiting" };

export function YearState({ state }: { state: YearItem["state"] }) {
  const t = useTranslations("office-publicity.calendar.state");
  return <StatusWord tone={tones[state]}>{t(state)}</StatusWord>;
}

function YearRow({ item }: { item: YearItem }) {
  const t = useTranslations("office-publicity.calendar");
  const { year, state, daysOff, swappedIn, source, updatedByName, updatedAt, isAnnounced } = item;
  const isMissing = state === "missing";
  return (
    <li>
      <Link
        href={`/office/publicity/calendar/${year}`}
        className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 -outline-offset-2! hover:bg-neutral-soft md:px-5"
      >
        <span className="flex w-full items-center gap-2 md:w-64">
          <span className="text-[15px] font-medium whitespace-nowrap">{t("year", { year })}</span>
          <YearState state={state} />
        </span>
        <span className="min-w-0 flex-1 basis-64">
          <span className="block">
            {isMissing ? t(isAnnounced ? "missingAnnounced" : "missing") : t("facts", { daysOff, swappedIn })}
          </span>
          {source !== "" && <span className="block text-[13px] break-words text-ink-soft">{source}</span>}
          {updatedByName !== "" && updatedAt && (
            <span className="block text-[13px] text-ink-soft">
              {t("savedBy", { person: updatedByName, day: dayText(updatedAt) })}
            </span>
          )}
        </span>
        <span className="text-brand">{t(isMissing ? "enter" : "open")}</span>
      </Link>
    </li>
  );
}
