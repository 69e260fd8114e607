"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { StatusWord } from "@zhibu/ui/status-word";
import type { FindingItem } from "./fact-data.ts";
import { WordsInContext } from "./words-in-context.tsx";

type FindingRowProps = { item: FindingItem; isPicked: boolean; onToggle: (() => void) | null };

/** A text that may have to be put right: where it stands, the words around, and a box to leave it out. */
export function FindingRow({ item, isPicked, onToggle }: FindingRowProps) {
  const t = useTranslations("office-facts.scan");
  const id = useId();
  const { title, branch, isLive, sure, occurrences } = item;
  return (
    <li className="flex gap-3 px-4 py-3 md:px-5">
      {onToggle !== null && (
        <input
          type="checkbox"
          id={id}
          checked={isPicked}
          onChange={onToggle}
          className="mt-1 size-4.5 shrink-0 accent-brand"
        />
      )}
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 truncate font-medium">{title === "" ? t("untitled") : title}</span>
          <span className="text-[13px] text-ink-soft">{branch.shortName}</span>
          {!isLive && <StatusWord>{t("draft")}</StatusWord>}
          {!sure && <StatusWord tone="waiting">{t("unsure")}</StatusWord>}
          {occurrences > 1 && (
            <span className="text-[13px] text-ink-soft">{t("occurrences", { count: occurrences })}</span>
          )}
        </span>
        <WordsInContext excerpt={item.excerpt} old={item.oldText} next={item.newText} />
      </label>
    </li>
  );
}
