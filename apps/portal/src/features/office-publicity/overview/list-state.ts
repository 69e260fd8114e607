"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { overviewSorts, overviewViews, type OverviewSort } from "@zhibu/domain/publicity/overview-views";
import { sortDirections, type SortDirection } from "@zhibu/domain/tenancy/branch-filters";

/** What is listed and how, kept in the address: a link to the list shows the same list. */
export function useListState() {
  return useQueryStates({
    view: parseAsStringLiteral(overviewViews).withDefault("running"),
    search: parseAsString.withDefault(""),
    sort: parseAsStringLiteral(overviewSorts).withDefault("endsAt"),
    order: parseAsStringLiteral(sortDirections).withDefault("asc"),
  });
}

export type ListState = ReturnType<typeof useListState>[0];
export type ChangeList = ReturnType<typeof useListState>[1];

/** The list's input for the state in the address. */
export function inputOf({ search, view, sort, order }: ListState) {
  return { search: search.slice(0, 64), view, sort, order, limit: 50 };
}

/** What is looked for first: the nearest end, names from A, most objections, the latest move. */
export const usualDirection: Readonly<Record<OverviewSort, SortDirection>> = {
  endsAt: "asc",
  branch: "asc",
  objections: "desc",
  stateSince: "desc",
};

export function otherWay(order: SortDirection): SortDirection {
  return order === "asc" ? "desc" : "asc";
}
