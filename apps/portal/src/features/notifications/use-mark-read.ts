"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { quietly } from "./use-unread.ts";

/** Marks notices read; every list and the bell follow. */
export function useMarkRead() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries(trpc.notifications.pathFilter());
  return {
    one: useMutation(trpc.notifications.markRead.mutationOptions({ onSuccess: refresh })),
    all: useMutation(trpc.notifications.markAllRead.mutationOptions({ onSuccess: refresh })),
    visited: useMutation(
      trpc.notifications.markVisited.mutationOptions({
        ...quietly,
        onSuccess: ({ read }) => (read > 0 ? refresh() : undefined),
      }),
    ),
  };
}
