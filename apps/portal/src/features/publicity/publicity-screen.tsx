"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { ArchivePanel } from "./archive-panel.tsx";
import { CorrectionPanel } from "./correction-panel.tsx";
import { DecidePanel } from "./decide-panel.tsx";
import { EntriesTable } from "./entries-table.tsx";
import { ListFacts } from "./list-facts.tsx";
import { ObjectionsPanel } from "./objections-panel.tsx";
import { PreparePanel } from "./prepare-panel.tsx";
import { ProofPanel } from "./proof-panel.tsx";
import type { PublicityDetail } from "./publicity-data.ts";
import { PublicityFiles } from "./publicity-files.tsx";
import { PublicityStateWord } from "./publicity-state-word.tsx";
import { PublicityTimeline } from "./publicity-timeline.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { shownFile } from "./shown-file.ts";
import { usePublicityMoves } from "./use-publicity-moves.ts";

type PublicityScreenProps = { branch: string; publicityId: string; siteOrigin: string };

/** One list from its preparation to its statement: always what stands now, and what has to be done next. */
export function PublicityScreen({ branch, publicityId, siteOrigin }: PublicityScreenProps) {
  const t = useTranslations();
  const detail = useQuery(useTRPC().publicity.get.queryOptions({ branch, publicityId }));
  if (detail.isPending) return <LoadingState label={t("common.loading")} />;
  if (detail.isError) {
    return (
      <Panel>
        <QueryError error={detail.error} onRetry={() => void detail.refetch()} />
      </Panel>
    );
  }
  return <PublicityDesk branch={branch} data={detail.data} siteOrigin={siteOrigin} />;
}

type DeskProps = { branch: string; data: PublicityDetail; siteOrigin: string };

function PublicityDesk({ branch, data, siteOrigin }: DeskProps) {
  const t = useTranslations("publicity");
  const { list, template, entries, draft, can } = data;
  // Here and not in the form, which goes when the list is handed in; a refusal must stay to be read.
  const moves = usePublicityMoves();
  // What is open is the next thing to do, and stands where one looks first.
  const objections = can.handleObjections && list.startsAt !== null && (
    <div id="objections" className="scroll-mt-16">
      <ObjectionsPanel branch={branch} publicityId={list.id} />
    </div>
  );
  return (
    <>
      <PageHeader
        title={list.title || t("untitled")}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <PublicityStateWord state={list.state} />
            {template.name}
          </span>
        }
      />
      <div className="items-start gap-5 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ListFacts data={data} siteOrigin={siteOrigin} />
          {data.openObjections > 0 && objections}
          <DecidePanel branch={branch} data={data} />
          <ResultPanel list={list} />
          {entries !== null && (
            <Panel title={t("shown")}>
              <EntriesTable columns={template.columns} entries={entries} />
              <PublicityFiles branch={branch} publicityId={list.id} files={data.shownFiles.map(shownFile)} />
            </Panel>
          )}
          {can.edit &&
            (list.state === "running" ? (
              <CorrectionPanel branch={branch} data={data} moves={moves} />
            ) : (
              <PreparePanel branch={branch} data={data} moves={moves} />
            ))}
          {draft !== null && !can.edit && (
            <Panel title={t("handedIn")}>
              <EntriesTable columns={template.columns} entries={draft.entries} />
              <PublicityFiles branch={branch} publicityId={list.id} files={data.files} showsChecks />
            </Panel>
          )}
          {data.openObjections === 0 && objections}
          {can.readArchive && <ArchivePanel branch={branch} publicityId={list.id} />}
          {can.prove && <ProofPanel branch={branch} publicityId={list.id} running={list.state === "running"} />}
        </div>
        <aside>
          <Panel title={t("timeline.title")}>
            <PublicityTimeline events={data.timeline} />
          </Panel>
        </aside>
      </div>
    </>
  );
}
