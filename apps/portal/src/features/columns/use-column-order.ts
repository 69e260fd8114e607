"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { shifted, treeInOrder } from "./reorder.ts";

/** Moves a column among its siblings: shown at once, taken back when the server refuses. `moved` is for screen readers. */
export function useColumnOrder(branch: string) {
  const t = useTranslations("columns.action");
  const trpc = useTRPC();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [moved, setMoved] = useState("");
  const { queryKey } = trpc.columns.list.queryOptions({ branch });
  const order = useMutation(
    trpc.columns.order.mutationOptions({
      onError: (error) => void message.error(errorText(error)),
      onSettled: () => client.invalidateQueries({ queryKey }),
    }),
  );

  async function shift(siblings: readonly ColumnItem[], column: ColumnItem, by: -1 | 1): Promise<void> {
    const ordered = shifted(siblings, column.id, by);
    // A second step would name versions the first is about to change.
    if (ordered === null || order.isPending) return;
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, (tree) => tree && treeInOrder(tree, ordered));
    setMoved(t("moved", { name: column.name, position: ordered.findIndex(({ id }) => id === column.id) + 1 }));
    order.mutate({ branch, columns: ordered.map(({ id, version }) => ({ columnId: id, version })) });
  }
  return { shift, moved, busy: order.isPending };
}
