"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import type { RootRouter } from "@zhibu/api/root.router";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { fullMomentText } from "../articles/format-time.ts";

type Mail = inferRouterOutputs<RootRouter>["office"]["mails"]["list"]["items"][number];

const tones: Record<Mail["state"], StatusTone> = {
  pending: "waiting",
  sending: "info",
  sent: "good",
  failed: "bad",
  uncertain: "bad",
};

/** One mail: to whom, what became of it, in whose words, and the second try. */
export function MailRow({ item, sendsMail }: { item: Mail; sendsMail: boolean }) {
  const t = useTranslations("office-mails");
  const common = useTranslations("common");
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const { mails } = useTRPC().office;
  const queries = useQueryClient();
  const resend = useMutation(
    mails.resend.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: mails.pathKey() }),
      onError: (error) => void message.error(errorText(error)),
      onSuccess: () => void message.success(t("resent")),
    }),
  );
  function askAndResend(): void {
    const send = () => resend.mutate({ mailId: item.id });
    if (item.state !== "uncertain") return send();
    modal.confirm({
      title: t("uncertainTitle"),
      content: t("uncertainLead", { name: item.name }),
      okText: t("resend"),
      cancelText: common("cancel"),
      onOk: send,
    });
  }
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 font-medium break-words">{item.subject}</span>
          <StatusWord tone={tones[item.state]}>{t(`state.${item.state}`)}</StatusWord>
        </p>
        <p className="mt-0.5 text-[13px] break-words text-ink-soft">
          {t("to", { name: item.name, address: item.address, at: fullMomentText(item.createdAt) })}
          {item.state === "pending" && item.attempts > 0 && ` · ${t("next", { at: fullMomentText(item.nextAt) })}`}
        </p>
        {item.error !== "" && (
          <p className="mt-0.5 text-[13px] break-all text-ink-soft">{t("error", { error: item.error })}</p>
        )}
      </div>
      {item.can.resend && sendsMail && (
        <Button loading={resend.isPending} onClick={askAndResend}>
          {t("resend")}
          <span className="sr-only">{item.subject}</span>
        </Button>
      )}
    </li>
  );
}
