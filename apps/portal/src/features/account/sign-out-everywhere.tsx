"use client";

import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { signOutHere } from "./auth-requests.ts";

/** Asks once, ends every session of the person, and leaves for the sign-in page. */
export function SignOutEverywhere() {
  const t = useTranslations("account.page");
  const errorText = useErrorText();
  const { message, modal } = App.useApp();
  const end = useMutation(
    useTRPC().account.signOutEverywhere.mutationOptions({
      onSuccess: signOutHere,
      onError: (error) => void message.error(errorText(error)),
    }),
  );
  async function ask(): Promise<void> {
    const question = { title: t("signOutConfirm"), content: t("signOutEffect"), okText: t("signOutEverywhere") };
    if (await modal.confirm({ ...question, okButtonProps: { danger: true } })) end.mutate();
  }
  return (
    <Button danger loading={end.isPending} onClick={() => void ask()}>
      {t("signOutEverywhere")}
    </Button>
  );
}
