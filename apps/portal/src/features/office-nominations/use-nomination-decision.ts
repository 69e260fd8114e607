"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import type { RootRouter } from "@zhibu/api/root.router";
import { useTRPC } from "../../trpc/client.tsx";

export type Nomination = inferRouterOutputs<RootRouter>["office"]["nominations"]["list"]["items"][number];

/** The office's word on a proposal; every tab asks anew. */
export function useNominationDecision() {
  const { nominations } = useTRPC().office;
  const queries = useQueryClient();
  const options = { onSettled: () => queries.invalidateQueries({ queryKey: nominations.pathKey() }) };
  return {
    feature: useMutation(nominations.feature.mutationOptions(options)),
    decline: useMutation(nominations.decline.mutationOptions(options)),
    end: useMutation(nominations.end.mutationOptions(options)),
  };
}
