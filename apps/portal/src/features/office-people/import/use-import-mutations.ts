"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";

/** Confirming and stopping; whatever comes of it, the newest state is shown. */
export function useImportMutations() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const settle = {
    onSettled: () => client.invalidateQueries({ queryKey: trpc.office.imports.pathKey() }),
    onError: (error: unknown) => void message.error(errorText(error)),
  };
  return {
    confirm: useMutation(trpc.office.imports.confirm.mutationOptions(settle)),
    cancel: useMutation(trpc.office.imports.cancel.mutationOptions(settle)),
  };
}
