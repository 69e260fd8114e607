"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";

/** Every move of an article as a mutation; whichever goes through makes the console's article screens ask anew. */
export function useArticleMoves() {
  const { articles, desk } = useTRPC();
  const queries = useQueryClient();
  const options = {
    onSettled: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: articles.pathKey() }),
        queries.invalidateQueries({ queryKey: desk.pathKey() }),
      ]);
    },
  };
  return {
    handIn: useMutation(articles.handIn.mutationOptions(options)),
    submit: useMutation(articles.submit.mutationOptions(options)),
    recall: useMutation(articles.recall.mutationOptions(options)),
    discard: useMutation(articles.discard.mutationOptions(options)),
    return: useMutation(articles.return.mutationOptions(options)),
    approve: useMutation(articles.approve.mutationOptions(options)),
    publish: useMutation(articles.publish.mutationOptions(options)),
    schedule: useMutation(articles.schedule.mutationOptions(options)),
    unschedule: useMutation(articles.unschedule.mutationOptions(options)),
    withdraw: useMutation(articles.withdraw.mutationOptions(options)),
    archive: useMutation(articles.archive.mutationOptions(options)),
    pin: useMutation(articles.pin.mutationOptions(options)),
    restore: useMutation(articles.restore.mutationOptions(options)),
  };
}
