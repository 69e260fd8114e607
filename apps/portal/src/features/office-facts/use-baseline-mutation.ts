"use client";

import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

/** What every change of the baseline has in common: its screens are read anew, and a refusal is said in words. */
export function useBaselineMutation(done: { says: string; after?: () => void }) {
  const { office } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return {
    onSuccess: () => {
      void message.success(done.says);
      done.after?.();
    },
    onError: (error: unknown) => void message.error(errorText(error)),
    onSettled: async () => {
      await Promise.all(
        [office.facts.pathFilter(), office.terms.pathFilter(), office.pages.pathFilter()].map((filter) =>
          queries.invalidateQueries(filter),
        ),
      );
    },
  };
}
