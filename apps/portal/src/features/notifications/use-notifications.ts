"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";

/** The person's notices, page by page. */
export function useNotifications(unread: boolean) {
  return useInfiniteQuery(
    useTRPC().notifications.list.infiniteQueryOptions(
      { unread },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
}

export type Notifications = ReturnType<typeof useNotifications>;
