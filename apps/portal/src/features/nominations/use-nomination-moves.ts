"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";

/** Proposing and taking back; the article's screens ask anew. */
export function useNominationMoves() {
  const { articles, nominations } = useTRPC();
  const queries = useQueryClient();
  const options = { onSettled: () => queries.invalidateQueries({ queryKey: articles.pathKey() }) };
  return {
    propose: useMutation(nominations.propose.mutationOptions(options)),
    withdraw: useMutation(nominations.withdraw.mutationOptions(options)),
  };
}
