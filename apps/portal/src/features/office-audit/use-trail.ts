"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { filterOf, type FilterState } from "./filter-state.ts";

/** The records of a filter, page after page. */
export function useTrail(state: FilterState) {
  return useInfiniteQuery(
    useTRPC().office.audit.list.infiniteQueryOptions(filterOf(state), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
}
