"use client";

import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

/** What the office's changes have in common: what is shown is read anew, and a refusal is said in words. */
export function usePublicityMutation<Result>(onDone: (result: Result) => void, onRefused?: () => void) {
  const { office } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return {
    onSuccess: async (result: Result) => {
      await queries.invalidateQueries(office.publicity.pathFilter());
      onDone(result);
    },
    onError: async (error: unknown) => {
      void message.error(errorText(error));
      await queries.invalidateQueries(office.publicity.pathFilter());
      onRefused?.();
    },
  };
}
