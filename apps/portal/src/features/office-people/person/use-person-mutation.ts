"use client";

import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";

/** What every dialog about a person does once the server has answered: say so, show the newest state, close. */
export function usePersonMutation(onClose: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [problem, setProblem] = useState<string>();
  const refresh = () => client.invalidateQueries({ queryKey: trpc.office.people.pathKey() });
  return {
    problem,
    setProblem,
    refresh,
    settle: (said: string) => ({
      onSuccess: async () => {
        await refresh();
        void message.success(said);
        onClose();
      },
      onError: (error: unknown) => setProblem(errorText(error)),
    }),
    fail: (error: unknown) => setProblem(errorText(error)),
  };
}
