"use client";

import { useTranslations } from "next-intl";
import { overviewSorts, overviewViews, type OverviewView } from "@zhibu/domain/publicity/overview-views";
import { SearchBox } from "../../../components/search-box.tsx";
import { NativeSelect } from "../../office-branches/native-select.tsx";
import type { OverviewCounts } from "../office-publicity-data.ts";
import { type ChangeList, type ListState, otherWay, usualDirection } from "./list-state.ts";

const figureTone: Record<Exclude<OverviewView, "all">, string> = {
  running: "text-good",
  endingSoon: "text-waiting",
  unstated: "text-waiting",
  objected: "text-bad",
  provisional: "text-info",
};

type OverviewFiltersProps = { counts: OverviewCounts | null; state: ListState; change: ChangeList };

/** The counts are what one chooses by; on a phone the order is chosen here, too, for there are no column heads. */
export function OverviewFilters({ counts, state, change }: OverviewFiltersProps) {
  const t = useTranslations("office-publicity.overview");
  return (
    <>
      <fieldset aria-label={t("views")} className="mb-3 grid grid-cols-2 gap-2 md:grid-cols-3 lg:grid-cols-6">
        {overviewViews.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={state.view === view}
            onClick={() => void change({ view })}
            className="min-w-0 rounded-lg border border-line bg-surface px-3 py-2 text-left hover:border-brand aria-pressed:border-brand aria-pressed:bg-brand-soft"
          >
            <span className="block text-ink-soft">{t(`view.${view}`)}</span>
            <span className={`block text-xl leading-8 font-semibold ${figureOf(counts, view) ? toneOf(view) : ""}`}>
              {view === "all" ? t("allLists") : (figureOf(counts, view) ?? "…")}
            </span>
          </button>
        ))}
      </fieldset>
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <SearchBox
          label={t("search")}
          value={state.search}
          onChange={(search) => void change({ search: search || null })}
        />
        <SortSelect state={state} change={change} />
      </div>
    </>
  );
}

function figureOf(counts: OverviewCounts | null, view: OverviewView): number | null {
  return view === "all" ? null : (counts?.[view] ?? null);
}

function toneOf(view: OverviewView): string {
  return view === "all" ? "" : figureTone[view];
}

function SortSelect({ state, change }: Omit<OverviewFiltersProps, "counts">) {
  const t = useTranslations("office-publicity.overview");
  const options = overviewSorts.flatMap((sort) =>
    [usualDirection[sort], otherWay(usualDirection[sort])].map((order) => ({
      sort,
      order,
      value: `${sort}-${order}`,
      label: t(`sortOption.${sort}`, { order }),
    })),
  );
  return (
    <NativeSelect
      aria-label={t("sort")}
      className="w-full md:hidden"
      value={`${state.sort}-${state.order}`}
      options={options}
      onChange={(chosen) => {
        const { sort, order } = options.find(({ value }) => value === chosen) ?? {};
        void change({ sort: sort ?? null, order: order ?? null });
      }}
    />
  );
}
