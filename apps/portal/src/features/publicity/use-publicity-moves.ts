"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";

/** Every move of a list as a mutation; whichever goes through, or is refused, makes the slice's screens, inbox and dashboard ask anew. */
export function usePublicityMoves() {
  const { publicity, desk } = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: publicity.pathKey() }),
        queries.invalidateQueries({ queryKey: desk.pathKey() }),
      ]);
    },
  };
  return {
    create: useMutation(publicity.create.mutationOptions(options)),
    save: useMutation(publicity.save.mutationOptions(options)),
    submit: useMutation(publicity.submit.mutationOptions(options)),
    recall: useMutation(publicity.recall.mutationOptions(options)),
    return: useMutation(publicity.return.mutationOptions(options)),
    sign: useMutation(publicity.sign.mutationOptions(options)),
    unsign: useMutation(publicity.unsign.mutationOptions(options)),
    signCorrection: useMutation(publicity.signCorrection.mutationOptions(options)),
    extend: useMutation(publicity.extend.mutationOptions(options)),
    withdraw: useMutation(publicity.withdraw.mutationOptions(options)),
    state: useMutation(publicity.state.mutationOptions(options)),
  };
}

export type PublicityMoves = ReturnType<typeof usePublicityMoves>;
