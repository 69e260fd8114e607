"use client";

import { ExportOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { ButtonLink } from "../../components/button-link.tsx";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { BranchDialog, OfficeBranch } from "./branch-data.ts";
import { BranchFigures } from "./branch-figures.tsx";
import { BranchNames } from "./branch-names.tsx";
import { BranchPeople } from "./branch-people.tsx";
import { BranchStanding } from "./branch-standing.tsx";
import { BranchStateWord } from "./branch-state-word.tsx";
import { BranchTrail } from "./branch-trail.tsx";
import { ClosureNotice } from "./closure-notice.tsx";
import { siteHost, siteHref } from "./site-address.ts";

/** Forms and what they need come when a dialog is opened. */
const BranchDialogs = dynamic(() => import("./branch-dialogs.tsx").then((file) => file.BranchDialogs), { ssr: false });

/** Articles arrive some hundred at a time. */
const mergePollMs = 1_500;

/** The office's page on one branch: where it stands, who is in office, what may be done. */
export function BranchScreen({ slug, rootOrigin }: { slug: string; rootOrigin: string }) {
  const t = useTranslations();
  const found = useQuery(
    useTRPC().office.branches.get.queryOptions(
      { slug },
      { refetchInterval: ({ state }) => (isMoving(state.data) ? mergePollMs : false) },
    ),
  );
  const [dialog, setDialog] = useState<BranchDialog | null>(null);
  if (found.isPending) return <LoadingState label={t("common.loading")} rows={8} />;
  if (found.isError) {
    return (
      <Panel>
        <QueryError error={found.error} onRetry={() => void found.refetch()} />
      </Panel>
    );
  }
  const { data } = found;
  const { branch } = data;
  return (
    <>
      <PageHeader
        title={
          <>
            {branch.name} <BranchStateWord state={branch.state} merged={branch.mergedInto !== null} />
          </>
        }
        description={t("office-branches.branch.description", {
          kind: t(`office-branches.kind.${branch.kind}`),
          address: siteHost(branch, rootOrigin),
        })}
        actions={
          <>
            <Button href={siteHref(branch, rootOrigin)} target="_blank" icon={<ExportOutlined aria-hidden />}>
              {t("office-branches.branch.site")}
            </Button>
            {branch.state !== "archived" && (
              <ButtonLink href={`/${branch.slug}`}>{t("office-branches.branch.console")}</ButtonLink>
            )}
          </>
        }
      />
      <ClosureNotice data={data} />
      <BranchFigures data={data} />
      <div className="grid items-start gap-x-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <BranchNames data={data} rootOrigin={rootOrigin} onDialog={setDialog} />
          <BranchStanding data={data} onDialog={setDialog} />
        </div>
        <div className="min-w-0">
          <BranchPeople data={data} />
          <BranchTrail data={data} />
        </div>
      </div>
      {dialog && <BranchDialogs data={data} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function isMoving(data: OfficeBranch | undefined): boolean {
  return data?.merge !== null && data?.merge !== undefined && data.merge.doneAt === null;
}
