"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { StatusWord } from "@zhibu/ui/status-word";
import type { FactItem } from "./fact-data.ts";

/** One fact: what it says, since when and by which paper; the whole line leads to it. */
export function FactRow({ fact }: { fact: FactItem }) {
  const t = useTranslations("office-facts");
  const { current, coming, unit, uses, openCorrections } = fact;
  return (
    <li>
      <Link
        href={`/office/facts/${fact.id}`}
        className="grid gap-x-6 gap-y-1 px-4 py-3 hover:bg-ground md:grid-cols-[minmax(0,1fr)_minmax(0,1.3fr)_auto] md:items-center md:px-5"
      >
        <span className="min-w-0">
          <span className="block text-[15px] font-medium">{fact.name}</span>
          <span className="block text-[13px] text-ink-soft">{t("uses", { count: uses })}</span>
        </span>
        <span className="min-w-0">
          <span className="block text-[15px] break-words">
            {current === null ? t("noValue") : `${current.value}${unit && ` ${unit}`}`}
          </span>
          {current !== null && (
            <span className="block truncate text-[13px] text-ink-soft">
              {t("since", { day: current.since, source: current.source })}
            </span>
          )}
        </span>
        <span className="flex flex-wrap gap-1.5 md:justify-end">
          {coming !== null && <StatusWord tone="info">{t("coming", { ...coming })}</StatusWord>}
          {openCorrections > 0 && <StatusWord tone="waiting">{t("open", { count: openCorrections })}</StatusWord>}
        </span>
      </Link>
    </li>
  );
}
