"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { SetCalendarYearInput } from "@zhibu/domain/publicity/publicity-inputs";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import type { CalendarEffect } from "../office-publicity-data.ts";
import { usePublicityMutation } from "../use-publicity-mutation.ts";

type SaveYearDialogProps = { input: SetCalendarYearInput; onClose: () => void; onSaved: () => void };

/** What saving the year would move, before it is saved. */
export function SaveYearDialog({ input, onClose, onSaved }: SaveYearDialogProps) {
  const t = useTranslations();
  const { message } = App.useApp();
  const { office } = useTRPC();
  const { year, daysOff, swappedIn } = input;
  const effect = useQuery(
    // What would move is a matter of this minute.
    office.publicity.previewCalendarYear.queryOptions({ year, daysOff, swappedIn }, { staleTime: 0, gcTime: 0 }),
  );
  const save = useMutation(
    office.publicity.setCalendarYear.mutationOptions(
      usePublicityMutation(({ moved }: { moved: number }) => {
        void message.success(t("office-publicity.year.saved", { moved }));
        onClose();
        onSaved();
      }, onClose),
    ),
  );
  return (
    <Modal
      open
      onCancel={onClose}
      title={t("office-publicity.year.confirm", { year })}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t("common.cancel")}
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={save.isPending}
          disabled={effect.data === undefined}
          onClick={() => save.mutate(input)}
        >
          {t("office-publicity.year.confirmSave")}
        </Button>,
      ]}
    >
      <div className="space-y-3">
        {daysOff.length === 0 && <Notice tone="waiting">{t("office-publicity.year.noOff")}</Notice>}
        <h3 className="font-medium">{t("office-publicity.year.effect")}</h3>
        {effect.isPending && <LoadingState label={t("common.loading")} rows={2} />}
        {effect.isError && <QueryError error={effect.error} onRetry={() => void effect.refetch()} />}
        {effect.data && <Effect effect={effect.data} />}
      </div>
    </Modal>
  );
}

function Effect({ effect: { lists, total } }: { effect: CalendarEffect }) {
  const t = useTranslations("office-publicity.year");
  if (total === 0) return <p>{t("effectNone")}</p>;
  return (
    <>
      <p className="text-ink-soft">{t("effectLead")}</p>
      <ul className="max-h-80 divide-y divide-line overflow-y-auto" aria-label={t("effect")}>
        {lists.map(({ id, slug, branch, title, before, after, wasProvisional, provisional }) => (
          <li key={id} className="py-2">
            <Link href={`/${slug}/publicity/${id}`} className="break-words hover:text-brand">
              {title}
            </Link>
            <p className="text-[13px] text-ink-soft">{branch}</p>
            <p>
              {before === after ? t("same", { after }) : t("move", { before, after })}
              {(wasProvisional || provisional) && ` · ${t(provisional ? "stillProvisional" : "settled")}`}
            </p>
          </li>
        ))}
      </ul>
      {total > lists.length && <p className="text-ink-soft">{t("more", { count: total - lists.length })}</p>}
    </>
  );
}
