"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { MediaKind } from "@zhibu/domain/media/file-formats";
import { useTRPC } from "../../trpc/client.tsx";
import { mediaPageSize, nextMediaCursor } from "./media-pages.ts";

export type MediaFilter = { kind: MediaKind; search: string };

/** The branch's library, page after page. */
export function useMediaPages(branch: string, { kind, search }: MediaFilter) {
  const trpc = useTRPC();
  const input = { branch, kind, limit: mediaPageSize, ...(search === "" ? {} : { search }) };
  return useInfiniteQuery(trpc.media.list.infiniteQueryOptions(input, { getNextPageParam: nextMediaCursor }));
}

/** Has every list of the library loaded anew. */
export function useRefreshMedia(): () => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(() => void client.invalidateQueries({ queryKey: trpc.media.list.pathKey() }), [client, trpc]);
}
