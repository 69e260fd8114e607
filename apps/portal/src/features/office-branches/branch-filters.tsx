"use client";

import { useTranslations } from "next-intl";
import {
  branchKindFilters,
  branchSorts,
  branchStateFilters,
  type BranchSort,
  type SortDirection,
} from "@zhibu/domain/tenancy/branch-filters";
import { SearchBox } from "../../components/search-box.tsx";
import type { ChangeList, ListState } from "./list-state.ts";
import { NativeSelect } from "./native-select.tsx";
import { usualDirection } from "./usual-direction.ts";

/** What narrows the list; on a phone also what orders it, for there are no column heads to press. */
export function BranchFilters({ state, change }: { state: ListState; change: ChangeList }) {
  const t = useTranslations("office-branches");
  const chosen: `${BranchSort}-${SortDirection}` = `${state.sort}-${state.order}`;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchBox
        label={t("filter.search")}
        value={state.search}
        onChange={(search) => void change({ search: search || null })}
      />
      <NativeSelect
        aria-label={t("filter.state")}
        className="min-w-0 flex-1 md:flex-none"
        value={state.state}
        options={branchStateFilters.map((value) => ({ value, label: t(`filter.states.${value}`) }))}
        onChange={(value) => void change({ state: value })}
      />
      <NativeSelect
        aria-label={t("filter.kind")}
        className="min-w-0 flex-1 md:flex-none"
        value={state.kind}
        options={branchKindFilters.map((value) => ({ value, label: t(`filter.kinds.${value}`) }))}
        onChange={(value) => void change({ kind: value })}
      />
      <NativeSelect
        aria-label={t("filter.sort")}
        className="w-full md:hidden"
        value={chosen}
        options={branchSorts.flatMap((sort) =>
          [usualDirection[sort], usualDirection[sort] === "asc" ? ("desc" as const) : ("asc" as const)].map(
            (direction) => ({
              value: `${sort}-${direction}` as const,
              label: t("filter.sortOption", { column: t(`column.${sort}`), direction }),
            }),
          ),
        )}
        onChange={(value) => {
          const [sort, direction] = value.split("-");
          void change({
            sort: branchSorts.find((each) => each === sort) ?? null,
            order: direction === "desc" ? "desc" : "asc",
          });
        }}
      />
      <label className="flex min-h-10 items-center gap-2 md:min-h-8">
        <input
          type="checkbox"
          checked={state.overdue}
          onChange={(event) => void change({ overdue: event.target.checked || null })}
          className="size-4 accent-brand"
        />
        {t("filter.overdue")}
      </label>
    </div>
  );
}
