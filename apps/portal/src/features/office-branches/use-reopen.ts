"use client";

import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import type { OfficeBranch } from "./branch-data.ts";
import { useRefreshBranches } from "./use-refresh-branches.ts";

/** Asks whether a closed site is to be opened again, and opens it. */
export function useReopen({ branch }: OfficeBranch): { isPending: boolean; ask: () => void } {
  const t = useTranslations();
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const refresh = useRefreshBranches();
  const { name } = branch;
  const reopen = useMutation(
    useTRPC().office.branches.reopen.mutationOptions({
      onSuccess: () => void message.success(t("office-branches.close.reopened", { name })),
      onError: (error) => void message.error(errorText(error)),
      onSettled: refresh,
    }),
  );
  function ask(): void {
    void modal.confirm({
      title: t("office-branches.close.reopenTitle", { name }),
      content: t("office-branches.close.reopenLead"),
      okText: t("office-branches.close.reopenConfirm"),
      cancelText: t("common.cancel"),
      onOk: () => reopen.mutate({ branchId: branch.id, version: branch.version }),
    });
  }
  return { isPending: reopen.isPending, ask };
}
