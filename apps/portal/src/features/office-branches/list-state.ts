"use client";

import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import {
  branchKindFilters,
  branchSorts,
  branchStateFilters,
  sortDirections,
} from "@zhibu/domain/tenancy/branch-filters";

/** What is listed and how, kept in the address: a link to the list shows the same list, and a saved view is a link. */
export function useListState() {
  return useQueryStates({
    search: parseAsString.withDefault(""),
    state: parseAsStringLiteral(branchStateFilters).withDefault("current"),
    kind: parseAsStringLiteral(branchKindFilters).withDefault("all"),
    overdue: parseAsBoolean.withDefault(false),
    sort: parseAsStringLiteral(branchSorts).withDefault("position"),
    order: parseAsStringLiteral(sortDirections).withDefault("asc"),
  });
}

export type ListState = ReturnType<typeof useListState>[0];
export type ChangeList = ReturnType<typeof useListState>[1];

/** The list's input for the state in the address. */
export function inputOf({ search, state, kind, overdue, sort, order }: ListState) {
  return { search: search.slice(0, 64), state, kind, onlyOverdue: overdue, sort, order, limit: 50 };
}
