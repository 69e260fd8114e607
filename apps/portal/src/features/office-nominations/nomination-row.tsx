"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { dayText } from "../articles/format-time.ts";
import { type Nomination, useNominationDecision } from "./use-nomination-decision.ts";

const ReasonDialog = dynamic(() => import("../articles/actions/reason-dialog.tsx").then((file) => file.ReasonDialog), {
  ssr: false,
});

const tones: Record<Nomination["state"], StatusTone> = {
  proposed: "waiting",
  featured: "good",
  declined: "neutral",
  ended: "neutral",
};

/** One proposal: what, from whom, why, and the office's word on it. */
export function NominationRow({ item }: { item: Nomination }) {
  const t = useTranslations("office-nominations");
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-4 md:flex-nowrap md:px-5">
      <div className="min-w-0 basis-full md:flex-1 md:basis-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/${item.branch.slug}/review/${item.articleId}`}
            className="text-[15px] font-medium break-words hover:text-brand hover:underline hover:underline-offset-4"
          >
            {item.title}
          </Link>
          <StatusWord tone={tones[item.state]}>{t(`state.${item.state}`)}</StatusWord>
          {!item.isLive && <StatusWord>{t("notLive")}</StatusWord>}
        </p>
        <p className="mt-0.5 text-[13px] text-ink-soft">
          {[
            item.branch.shortName,
            item.publishedAt && t("published", { day: dayText(item.publishedAt) }),
            t("by", { name: item.proposedByName, day: dayText(item.proposedAt) }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="mt-2 max-w-prose break-words whitespace-pre-wrap">{item.note}</p>
        <Outcome item={item} />
      </div>
      <Decide item={item} />
    </li>
  );
}

function Outcome({ item }: { item: Nomination }) {
  const t = useTranslations("office-nominations");
  if (item.state === "proposed" || item.decidedAt === null) return null;
  const day = dayText(item.decidedAt);
  const who = item.decidedByName === "" ? t("byBranch", { day }) : t("decided", { name: item.decidedByName, day });
  return (
    <p className="mt-1 text-[13px] break-words text-ink-soft">
      {who}
      {item.reason !== "" && t("reason", { reason: item.reason })}
    </p>
  );
}

function Decide({ item }: { item: Nomination }) {
  const t = useTranslations("office-nominations");
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<"decline" | "end" | null>(null);
  const { feature, decline, end } = useNominationDecision();
  const at = { nominationId: item.id, version: item.version };
  const outcome = (done: string) => ({
    onError: (error: unknown) => void message.error(errorText(error)),
    onSuccess: () => {
      setAsking(null);
      void message.success(done);
    },
  });
  return (
    <div className="flex shrink-0 flex-wrap gap-2">
      {item.can.decline && <Button onClick={() => setAsking("decline")}>{t("decline")}</Button>}
      {item.can.feature && (
        <Button type="primary" loading={feature.isPending} onClick={() => feature.mutate(at, outcome(t("featured")))}>
          {t("feature")}
        </Button>
      )}
      {item.can.end && <Button onClick={() => setAsking("end")}>{t("end")}</Button>}
      {asking !== null && (
        <ReasonDialog
          open
          title={t(`${asking}Dialog.title`, { title: item.title })}
          lead={t(`${asking}Dialog.lead`)}
          label={t("reasonLabel")}
          confirmLabel={t(asking)}
          pending={decline.isPending || end.isPending}
          onClose={() => setAsking(null)}
          onConfirm={(reason) =>
            (asking === "decline" ? decline : end).mutate({ ...at, reason }, outcome(t(`${asking}Dialog.done`)))
          }
        />
      )}
    </div>
  );
}
