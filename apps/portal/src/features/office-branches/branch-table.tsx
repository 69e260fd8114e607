"use client";

import { useTranslations } from "next-intl";
import { branchSorts, type BranchSort } from "@zhibu/domain/tenancy/branch-filters";
import type { BranchRules, ListedBranch } from "./branch-data.ts";
import { BranchTableRow } from "./branch-table-row.tsx";
import type { ChangeList, ListState } from "./list-state.ts";
import { usualDirection } from "./usual-direction.ts";

/** Every order has a column but the office's own, which the name's column returns to. */
const columns = branchSorts.filter((sort) => sort !== "position");

const ariaSort = { asc: "ascending", desc: "descending" } as const;

type BranchTableProps = {
  items: readonly ListedBranch[];
  rules: BranchRules;
  state: ListState;
  change: ChangeList;
};

/** Branches with what is due in them; heads order the list. On a phone each row is a card with its labels. */
export function BranchTable({ items, rules, state, change }: BranchTableProps) {
  const t = useTranslations("office-branches");
  return (
    <table className="-mt-3 block w-full md:table">
      <caption className="sr-only">{t("list")}</caption>
      <thead className="hidden border-b border-line text-left text-[13px] text-ink-soft md:table-header-group">
        <tr>
          {columns.map((sort) => (
            <th
              key={sort}
              scope="col"
              aria-sort={state.sort === sort ? ariaSort[state.order] : "none"}
              className="font-normal whitespace-nowrap first:w-[36%] first:pl-2"
            >
              <SortButton sort={sort} state={state} change={change} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line md:table-row-group">
        {items.map((branch) => (
          <BranchTableRow key={branch.id} branch={branch} rules={rules} />
        ))}
      </tbody>
    </table>
  );
}

/** Orders by this column, then the other way, then as the office arranged them. */
function SortButton({ sort, state, change }: { sort: BranchSort; state: ListState; change: ChangeList }) {
  const t = useTranslations("office-branches.column");
  const current = state.sort === sort;
  const first = usualDirection[sort];
  function next() {
    if (!current) return { sort, order: first };
    if (state.order === first) return { order: first === "asc" ? ("desc" as const) : ("asc" as const) };
    return { sort: null, order: null };
  }
  return (
    <button
      type="button"
      onClick={() => void change(next())}
      className={`flex min-h-10 items-center gap-1 rounded px-3 -outline-offset-2! hover:text-ink ${current ? "font-semibold text-ink" : ""}`}
    >
      {t(sort)}
      <span aria-hidden className={`w-3 ${current ? "text-brand" : "text-line-strong"}`}>
        {current ? (state.order === "asc" ? "↑" : "↓") : "↕"}
      </span>
    </button>
  );
}
