"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";

/** News is asked for this often while the window is looked at, and whenever somebody comes back to it. */
export const pollMs = 60_000;

/** In the background: it neither opens the sign-in dialog nor insists when the database is away. */
export const quietly = { trpc: { context: { quiet: true } } } as const;

/** How many notices are unread, up to a hundred; `undefined` until it is known. */
export function useUnread(): number | undefined {
  const trpc = useTRPC();
  const unread = useQuery({
    ...trpc.notifications.unread.queryOptions(undefined, quietly),
    refetchInterval: pollMs,
    refetchOnWindowFocus: "always",
    retry: false,
  });
  return unread.data?.count;
}
