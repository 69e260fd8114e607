"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { columnNameSchema } from "@zhibu/domain/columns/column-inputs";
import { useTRPC } from "../../trpc/client.tsx";

const pauseMs = 400;

/** An address for the name being typed, asked for once typing pauses; `undefined` until there is one. */
export function useSuggestedSlug(
  branch: string,
  name: string,
  wanted: boolean,
): { slug: string | undefined; busy: boolean } {
  const [settled, setSettled] = useState(name);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name), pauseMs);
    return () => clearTimeout(timer);
  }, [name]);
  const isName = columnNameSchema.safeParse(settled).success;
  const suggestion = useQuery(
    useTRPC().columns.suggestSlug.queryOptions({ branch, name: settled }, { enabled: wanted && isName }),
  );
  return {
    slug: settled === name && isName ? suggestion.data?.slug : undefined,
    busy: wanted && suggestion.isFetching,
  };
}
