"use client";

import { useTranslations } from "next-intl";
import { SearchBox } from "../../components/search-box.tsx";

type Filter = { search: string; retired: boolean };

/** Words to look for, and whether the terms in use are shown or those put aside. */
export function TermFilter({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useTranslations("office-terms");
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
      <fieldset aria-label={t("choose")} className="flex rounded-md border border-line-strong bg-surface p-0.5">
        {[false, true].map((retired) => (
          <button
            key={String(retired)}
            type="button"
            aria-pressed={filter.retired === retired}
            onClick={() => onChange({ ...filter, retired })}
            className="min-h-8 rounded px-3 text-ink-soft aria-pressed:bg-brand-soft aria-pressed:font-medium aria-pressed:text-brand-strong"
          >
            {t(retired ? "retired" : "inUse")}
          </button>
        ))}
      </fieldset>
      <SearchBox label={t("search")} value={filter.search} onChange={(search) => onChange({ ...filter, search })} />
    </div>
  );
}
