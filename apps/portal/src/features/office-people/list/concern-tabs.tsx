"use client";

import { useTranslations } from "next-intl";
import { peopleConcerns, type PeopleConcern } from "@zhibu/domain/tenancy/people-filters";

type ConcernTabsProps = {
  counts: Record<PeopleConcern, number> | undefined;
  concern: PeopleConcern;
  onChange: (concern: PeopleConcern) => void;
};

/** What the office looks for, each with how many people it is about. */
export function ConcernTabs({ counts, concern, onChange }: ConcernTabsProps) {
  const t = useTranslations("office-people.concern");
  return (
    <fieldset aria-label={t("label")} className="mb-3 flex flex-wrap gap-x-1 gap-y-1.5">
      {peopleConcerns.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === concern}
          onClick={() => onChange(each)}
          className="min-h-10 rounded-md px-3 text-ink-soft transition-colors hover:bg-neutral-soft hover:text-ink aria-pressed:bg-brand-soft aria-pressed:font-medium aria-pressed:text-brand-strong md:min-h-8.5"
        >
          {t(each)}
          {counts && <span className="ml-1.5">{counts[each]}</span>}
        </button>
      ))}
    </fieldset>
  );
}
