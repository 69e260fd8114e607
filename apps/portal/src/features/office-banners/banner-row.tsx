"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import type { RootRouter } from "@zhibu/api/root.router";
import type { BannerStanding } from "@zhibu/domain/tenancy/banners";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { fullMomentText } from "../articles/format-time.ts";

type Banner = inferRouterOutputs<RootRouter>["office"]["banners"]["list"]["items"][number];

const tones: Record<BannerStanding, StatusTone> = {
  upcoming: "waiting",
  showing: "good",
  over: "neutral",
  ended: "neutral",
};

/** One line: its words, when it stands on the pages, and taking it back. */
export function BannerRow({ banner }: { banner: Banner }) {
  const t = useTranslations("office-banners");
  const { office } = useTRPC();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const errorText = useErrorText();
  const { id, text, href, startsAt, endsAt, endedAt, standing, createdByName, version } = banner;
  const end = useMutation(
    office.banners.end.mutationOptions({
      onSuccess: () => void message.success(t("end.done")),
      onError: (error) => void message.error(errorText(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: office.banners.pathKey() }),
    }),
  );
  function ask(): void {
    modal.confirm({
      title: t("end.title"),
      content: t(standing === "showing" ? "end.lead" : "end.leadUpcoming"),
      okText: t("end.confirm"),
      okButtonProps: { danger: true },
      onOk: () => end.mutate({ bannerId: id, version }),
    });
  }
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3 md:px-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-[15px] font-medium break-words">{text}</span>
          <StatusWord tone={tones[standing]}>{t(`standing.${standing}`)}</StatusWord>
        </p>
        {href !== "" && <p className="mt-0.5 text-[13px] break-all text-ink-soft">{t("leadsTo", { href })}</p>}
        <p className="mt-0.5 text-[13px] text-ink-soft">
          {t("times", { from: fullMomentText(startsAt), to: fullMomentText(endedAt ?? endsAt), name: createdByName })}
        </p>
      </div>
      {banner.can.end && (
        <Button onClick={ask} loading={end.isPending}>
          {t("end.button")}
        </Button>
      )}
    </li>
  );
}
