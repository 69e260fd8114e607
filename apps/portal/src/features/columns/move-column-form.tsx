"use client";

import { useMutation } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import type { ColumnItem, ColumnTree } from "@zhibu/core/columns/list-columns";
import { HeldFields } from "../../components/kept-form/held-fields.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { ColumnField } from "./column-field.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { PlaceSelect } from "./place-select.tsx";
import { useRefreshColumns } from "./use-column-mutations.ts";

type MoveColumnFormProps = { branch: string; tree: ColumnTree; column: ColumnItem; onDone: () => void };

/** Another place for a column of the branch's own. */
export function MoveColumnForm({ branch, tree, column, onDone }: MoveColumnFormProps) {
  const t = useTranslations("columns.form");
  const errorText = useErrorText();
  const { message } = App.useApp();
  const refresh = useRefreshColumns();
  const [parentId, setParentId] = useState(column.parentId);
  const move = useMutation(
    useTRPC().columns.move.mutationOptions({
      onSuccess: () => {
        void message.success(t("moved", { name: column.name }));
        onDone();
      },
      onSettled: refresh,
    }),
  );
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    move.mutate({ branch, columnId: column.id, version: column.version, parentId });
  }
  return (
    <form onSubmit={submit} aria-label={t("moveTitle", { name: column.name })}>
      <HeldFields held={move.isPending}>
        <ColumnField label={t("parent")} hint={t("moveHint")} error={move.isError ? errorText(move.error) : undefined}>
          {(props) => (
            <PlaceSelect control={props} tree={tree} value={parentId} onChange={setParentId} except={column.id} />
          )}
        </ColumnField>
      </HeldFields>
      <FormButtons busy={move.isPending} disabled={parentId === column.parentId} onCancel={onDone}>
        {t("move")}
      </FormButtons>
    </form>
  );
}
