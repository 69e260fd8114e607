"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { isOpenObjection } from "@zhibu/domain/publicity/objection-states";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { fullMomentText } from "../articles/format-time.ts";
import type { ObjectionItem } from "./publicity-data.ts";

const ObjectionDialog = dynamic(() => import("./objection-dialog.tsx").then((file) => file.ObjectionDialog), {
  ssr: false,
});

/** The objections to a list: that they are there and how far. Their words are read one by one, and each reading is on record. */
export function ObjectionsPanel({ branch, publicityId }: { branch: string; publicityId: string }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { publicity, desk } = useTRPC();
  const queries = useQueryClient();
  const objections = useQuery(publicity.objections.queryOptions({ branch, publicityId }));
  const reading = useMutation(publicity.readObjection.mutationOptions());
  const opened = reading.data;
  return (
    <Panel title={t("publicity.objection.title")} description={t("publicity.objection.lead")}>
      {objections.isPending && <LoadingState label={t("common.loading")} />}
      {objections.isError && <QueryError error={objections.error} onRetry={() => void objections.refetch()} />}
      {objections.data?.length === 0 && <p className="text-ink-soft">{t("publicity.objection.none")}</p>}
      <ul className="-my-3 divide-y divide-line empty:hidden">
        {objections.data?.map((objection) => (
          <ObjectionRow
            key={objection.id}
            objection={objection}
            isBusy={reading.isPending}
            onOpen={() => reading.mutate({ branch, objectionId: objection.id })}
          />
        ))}
      </ul>
      {reading.isError && (
        <p role="alert" className="text-bad">
          {errorText(reading.error)}
        </p>
      )}
      {opened && (
        <ObjectionDialog
          branch={branch}
          objection={opened}
          onClose={() => {
            reading.reset();
            void queries.invalidateQueries({ queryKey: publicity.pathKey() });
            void queries.invalidateQueries({ queryKey: desk.pathKey() });
          }}
        />
      )}
    </Panel>
  );
}

type ObjectionRowProps = { objection: ObjectionItem; isBusy: boolean; onOpen: () => void };

function ObjectionRow({ objection, isBusy, onOpen }: ObjectionRowProps) {
  const t = useTranslations("publicity.objection");
  const { state, named, receivedAt } = objection;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <span className="min-w-0 flex-1">
        {t(named ? "named" : "anonymous")}
        <span className="ml-3 text-[13px] text-ink-soft">{fullMomentText(receivedAt)}</span>
      </span>
      <StatusWord tone={isOpenObjection(state) ? "waiting" : "good"}>{t(`state.${state}`)}</StatusWord>
      <Button onClick={onOpen} loading={isBusy}>
        {t(isOpenObjection(state) ? "handle" : "read")}
      </Button>
    </li>
  );
}
