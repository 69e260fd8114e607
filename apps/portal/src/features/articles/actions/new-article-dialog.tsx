"use client";

import { useMutation } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import { ColumnSelect, useColumns } from "../column-select.tsx";

type NewArticleDialogProps = { branch: string; open: boolean; onClose: () => void };

/** Asks for the column and opens the editor; the column chosen last is offered first. */
export function NewArticleDialog({ branch, open, onClose }: NewArticleDialogProps) {
  const t = useTranslations("articles.create");
  return (
    <Modal open={open} onCancel={onClose} title={t("title")} footer={null} width={420} destroyOnHidden>
      <NewArticleForm branch={branch} onClose={onClose} />
    </Modal>
  );
}

function NewArticleForm({ branch, onClose }: Omit<NewArticleDialogProps, "open">) {
  const t = useTranslations("articles.create");
  const id = useId();
  const router = useRouter();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const columns = useColumns(branch);
  const [chosen, setChosen] = useState<string | null>(() => lastColumn(branch));
  const remembered = columns.find((column) => column.id === chosen);
  const columnId = remembered?.id ?? columns.find(({ module }) => module === "news")?.id ?? columns[0]?.id ?? "";
  const create = useMutation(
    useTRPC().articles.create.mutationOptions({
      onSuccess({ articleId }) {
        rememberColumn(branch, columnId);
        router.push(`/${branch}/articles/${articleId}`);
      },
      onError: (error) => void message.error(errorText(error)),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (columnId !== "") create.mutate({ branch, columnId });
      }}
    >
      <label htmlFor={id} className="mb-1 block font-medium">
        {t("column")}
      </label>
      <ColumnSelect id={id} branch={branch} value={columnId} onChange={setChosen} className="w-full" />
      <p className="mt-2 text-ink-soft">{t("hint")}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button
          type="primary"
          htmlType="submit"
          loading={create.isPending || create.isSuccess}
          disabled={columnId === ""}
        >
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}

const memory = (branch: string) => `zhibu.last-column.${branch}`;

function lastColumn(branch: string): string | null {
  try {
    return localStorage.getItem(memory(branch));
  } catch {
    return null; // Storage is off: nothing is remembered, nothing breaks.
  }
}

function rememberColumn(branch: string, columnId: string): void {
  try {
    localStorage.setItem(memory(branch), columnId);
  } catch {
    // As above.
  }
}
