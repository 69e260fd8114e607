"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import type { CollegeSettings } from "@zhibu/core/tenancy/get-college-settings";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { ButtonLink } from "../../components/button-link.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";

/** Whether the office and everybody who approves need a second factor: who that is, how many are ready, and the switch. */
export function TotpSwitch({ settings }: { settings: CollegeSettings }) {
  const t = useTranslations("office-settings.totp");
  const { required, people, ownReady } = settings.totp;
  return (
    <Panel
      title={t("title")}
      description={t("lead")}
      extra={<StatusWord tone={required ? "good" : "neutral"}>{required ? t("on") : t("off")}</StatusWord>}
    >
      <dl className="mb-4 grid grid-cols-2 gap-x-8 gap-y-3 sm:grid-cols-[auto_auto_1fr]">
        <Figure label={t("needed")} value={t("people", { count: people.needed })} />
        <Figure label={t("ready")} value={t("people", { count: people.ready })} />
      </dl>
      <p className="mb-4 text-ink-soft">{required ? t("effectOn") : t("effectOff")}</p>
      {settings.can.configure && !required && !ownReady ? (
        <Notice tone="waiting" action={<ButtonLink href="/account">{t("setUpOwn")}</ButtonLink>}>
          {t("ownFirst")}
        </Notice>
      ) : (
        settings.can.configure && <Switch settings={settings} />
      )}
    </Panel>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-[13px] text-ink-soft">{label}</dt>
      <dd className="text-xl leading-8 font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** Asks before it switches, with what people will see. */
function Switch({ settings }: { settings: CollegeSettings }) {
  const t = useTranslations("office-settings.totp");
  const errorText = useErrorText();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const trpc = useTRPC();
  const { required, people } = settings.totp;
  const turn = useMutation(
    trpc.office.settings.switchTotp.mutationOptions({
      onSuccess: () => void message.success(required ? t("turnedOff") : t("turnedOn")),
      onError: (error) => void message.error(errorText(error)),
      onSettled: () => client.invalidateQueries({ queryKey: trpc.office.settings.get.queryOptions().queryKey }),
    }),
  );

  async function ask(): Promise<void> {
    const question = required
      ? { title: t("offTitle"), content: t("offContent"), okText: t("turnOff"), okButtonProps: { danger: true } }
      : {
          title: t("onTitle"),
          content: t("onContent", { waiting: people.needed - people.ready }),
          okText: t("turnOn"),
        };
    if (await modal.confirm(question)) turn.mutate({ required: !required, version: settings.version });
  }

  return (
    <Button type={required ? "default" : "primary"} loading={turn.isPending} onClick={() => void ask()}>
      {required ? t("turnOff") : t("turnOn")}
    </Button>
  );
}
