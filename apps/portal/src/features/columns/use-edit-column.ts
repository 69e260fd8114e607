"use client";

import { useMutation } from "@tanstack/react-query";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import { useTRPC } from "../../trpc/client.tsx";
import { useRefreshColumns } from "./use-column-mutations.ts";

export type ColumnEdit = { name: string; cadenceDays: number | null };

/** Saves what was changed of a column's name and cadence, one after the other. */
export function useEditColumn(branch: string, column: ColumnItem, onSaved: () => void) {
  const trpc = useTRPC();
  const refresh = useRefreshColumns();
  const rename = useMutation(trpc.columns.rename.mutationOptions());
  const setCadence = useMutation(trpc.columns.setCadence.mutationOptions());

  return useMutation({
    mutationFn: async ({ name, cadenceDays }: ColumnEdit) => {
      const ref = { branch, columnId: column.id };
      let { version } = column;
      if (name !== column.name) ({ version } = await rename.mutateAsync({ ...ref, version, name }));
      if (cadenceDays !== column.cadenceDays) await setCadence.mutateAsync({ ...ref, version, cadenceDays });
    },
    onSuccess: onSaved,
    onSettled: refresh,
  });
}
