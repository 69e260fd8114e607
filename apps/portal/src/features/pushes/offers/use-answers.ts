"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import type { OfferItem } from "../push-data.ts";

/** The two answers to an offer; whichever goes through makes the lists ask anew. */
export function useAnswers(branch: string, { pushId, version }: OfferItem, onDone: () => void) {
  const t = useTranslations("pushes.offers");
  const { articles, desk, pushes } = useTRPC();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  // Told by the mutation itself: once answered the offer leaves its list, and this component with it.
  const options = (words: string) => ({
    onSuccess: () => {
      onDone();
      void message.success(words);
    },
    onError: (error: unknown) => void message.error(errorText(error)),
    onSettled: async () => {
      for (const queryKey of [pushes.pathKey(), articles.pathKey(), desk.pathKey()])
        await queries.invalidateQueries({ queryKey });
    },
  });
  const accept = useMutation(pushes.accept.mutationOptions(options(t("accepted"))));
  const decline = useMutation(pushes.decline.mutationOptions(options(t("declined"))));
  return {
    isBusy: accept.isPending || decline.isPending,
    accept: (column: string) => {
      modal.confirm({
        title: t("acceptTitle"),
        content: t("acceptLead", { column }),
        okText: t("accept"),
        onOk: () => accept.mutate({ branch, pushId, version }),
      });
    },
    decline: (reason: string) => decline.mutate({ branch, pushId, version, reason }),
  };
}
