"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import { ReasonDialog } from "../../articles/actions/reason-dialog.tsx";

type UnlinkButtonProps = { branch: string; articleId: string; version: number; isRequired: boolean };

/** Ends following, after saying what that means for both sides. */
export function UnlinkButton({ branch, articleId, version, isRequired }: UnlinkButtonProps) {
  const t = useTranslations("pushes.unlink");
  const { articles, pushes } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [isOpen, setOpen] = useState(false);
  const unlink = useMutation(
    pushes.unlink.mutationOptions({
      onSuccess: async () => {
        setOpen(false);
        void message.success(t("done"));
        await queries.invalidateQueries({ queryKey: articles.pathKey() });
      },
      onError: (error) => void message.error(errorText(error)),
    }),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("button")}</Button>
      <ReasonDialog
        open={isOpen}
        title={t("title")}
        lead={t(isRequired ? "leadRequired" : "lead")}
        label={t("label")}
        suggestions={[t("suggest.own"), t("suggest.more")]}
        confirmLabel={t("confirm")}
        danger
        pending={unlink.isPending}
        onConfirm={(reason) => unlink.mutate({ branch, articleId, version, reason })}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
