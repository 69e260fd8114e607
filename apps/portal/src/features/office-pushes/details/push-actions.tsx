"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client.tsx";
import { useErrorText } from "../../../trpc/use-error-text.ts";
import type { PushDetails } from "../../pushes/push-data.ts";

const ReasonDialog = dynamic(
  () => import("../../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog),
  {
    ssr: false,
  },
);

/** Trying again where it failed, and taking it back everywhere. */
export function PushActions({ push }: { push: PushDetails }) {
  const t = useTranslations("office-pushes");
  const { office } = useTRPC();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [isRecalling, setRecalling] = useState(false);
  const options = {
    onError: (error: unknown) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: office.pushes.pathKey() }),
  };
  const retry = useMutation(office.pushes.retry.mutationOptions(options));
  const recall = useMutation(office.pushes.recall.mutationOptions(options));
  const shown = push.counts.shown ?? 0;
  function recallIt(reason: string): void {
    recall.mutate(
      { pushId: push.id, version: push.version, reason },
      {
        onSuccess: ({ recalled }) => {
          setRecalling(false);
          void message.success(t("recall.done", { count: recalled }));
        },
      },
    );
  }
  return (
    <>
      {push.can.retry && (
        <Button loading={retry.isPending} onClick={() => retry.mutate({ pushId: push.id })}>
          {t("retry.all")}
        </Button>
      )}
      {push.can.recall && (
        <Button danger onClick={() => setRecalling(true)}>
          {t("recall.button")}
        </Button>
      )}
      {isRecalling && (
        <ReasonDialog
          open
          title={t("recall.title", { count: shown })}
          lead={t("recall.lead", { count: shown })}
          label={t("recall.label")}
          suggestions={[t("recall.suggest.wrong"), t("recall.suggest.outdated")]}
          confirmLabel={t("recall.confirm")}
          danger
          pending={recall.isPending}
          onConfirm={recallIt}
          onClose={() => setRecalling(false)}
        />
      )}
    </>
  );
}
