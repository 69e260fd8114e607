"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

/** Has the tree, and whatever else shows columns, loaded anew. */
export function useRefreshColumns(): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: trpc.columns.pathKey() });
}

/** Hiding, showing and deleting a column, each with its question beforehand and its word afterwards. */
export function useColumnMutations(branch: string) {
  const t = useTranslations();
  const trpc = useTRPC();
  const errorText = useErrorText();
  const { modal, message } = App.useApp();
  const refresh = useRefreshColumns();
  const common = { onError: (error: unknown) => void message.error(errorText(error)), onSettled: refresh };
  const hide = useMutation(trpc.columns.hide.mutationOptions(common));
  const show = useMutation(trpc.columns.show.mutationOptions(common));
  const remove = useMutation(trpc.columns.delete.mutationOptions(common));
  const ref = ({ id, version }: ColumnItem) => ({ branch, columnId: id, version });
  const say =
    (key: "hide.done" | "hide.shown" | "delete.done", { name }: ColumnItem) =>
    () =>
      void message.success(t(`columns.${key}`, { name }));

  return {
    busy: hide.isPending || show.isPending || remove.isPending,
    show: (column: ColumnItem) => show.mutate(ref(column), { onSuccess: say("hide.shown", column) }),
    askToHide: (column: ColumnItem, hasChildren: boolean) => {
      const sentences = [
        t("columns.hide.consequence", { count: column.liveCount }),
        ...(hasChildren ? [t("columns.hide.children")] : []),
        t("columns.hide.kept"),
      ];
      void modal.confirm({
        title: t("columns.hide.title", { name: column.name }),
        content: sentences.join(""),
        okText: t("columns.hide.ok"),
        cancelText: t("common.cancel"),
        onOk: () => hide.mutate(ref(column), { onSuccess: say("hide.done", column) }),
      });
    },
    askToDelete: (column: ColumnItem) => {
      void modal.confirm({
        title: t("columns.delete.title", { name: column.name }),
        content: t("columns.delete.consequence", { slug: column.slug }),
        okText: t("columns.action.delete"),
        okButtonProps: { danger: true },
        cancelText: t("common.cancel"),
        onOk: () => remove.mutate(ref(column), { onSuccess: say("delete.done", column) }),
      });
    },
  };
}
