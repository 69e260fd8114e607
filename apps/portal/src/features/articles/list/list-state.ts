"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { articleTabs } from "@zhibu/domain/articles/article-tabs";

/** What is listed, kept in the address: a link to a list shows the same list. */
export function useListState() {
  return useQueryStates({
    tab: parseAsStringLiteral(articleTabs).withDefault("all"),
    column: parseAsString.withDefault(""),
    search: parseAsString.withDefault(""),
  });
}

export type ListState = ReturnType<typeof useListState>[0];
