"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

const pauseMs = 400;

/** An address name for the name being typed, asked for once typing pauses; `undefined` until there is one. */
export function useSuggestedSlug(name: string, wanted: boolean): { slug: string | undefined; busy: boolean } {
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), pauseMs);
    return () => clearTimeout(timer);
  }, [name]);
  const isName = settled.trim().length > 1 && settled.length <= 100;
  const suggestion = useQuery(
    useTRPC().office.branches.suggestSlug.queryOptions({ name: settled }, { enabled: wanted && isName }),
  );
  return {
    slug: settled === name && isName ? suggestion.data?.slug : undefined,
    busy: wanted && suggestion.isFetching,
  };
}
