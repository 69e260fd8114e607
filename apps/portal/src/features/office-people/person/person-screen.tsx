"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import { ButtonLink } from "../../../components/button-link.tsx";
import { QueryError } from "../../../components/query-error.tsx";
import { useTRPC } from "../../../trpc/client.tsx";
import { AccountPanel } from "./account-panel.tsx";
import { HandOverPanel } from "./hand-over-panel.tsx";
import type { PersonDialog } from "./person-dialogs.tsx";
import { PostsPanel } from "./posts-panel.tsx";

const PersonDialogs = dynamic(() => import("./person-dialogs.tsx").then((file) => file.PersonDialogs), { ssr: false });

/** One person: every role in all branches and the college, the account, and what the office may do about them. */
export function PersonScreen({ userId }: { userId: string }) {
  const t = useTranslations();
  const [dialog, setDialog] = useState<PersonDialog | null>(null);
  const person = useQuery(useTRPC().office.people.get.queryOptions({ userId }));
  if (person.isPending) return <LoadingState label={t("common.loading")} rows={8} />;
  if (person.isError) {
    return (
      <Panel>
        <QueryError error={person.error} onRetry={() => void person.refetch()} />
      </Panel>
    );
  }
  const { displayName, disabledAt } = person.data.person;
  const { can } = person.data;
  return (
    <>
      <PageHeader
        title={
          <>
            {displayName}
            {disabledAt && (
              <span className="ml-2 align-middle">
                <StatusWord tone="bad">{t("office-people.account.disabled")}</StatusWord>
              </span>
            )}
          </>
        }
        description={person.data.person.loginName}
        actions={
          <>
            {can.handOver && (
              <ButtonLink href={`/office/people/hand-over?from=${userId}`}>
                {t("office-people.person.handOver")}
              </ButtonLink>
            )}
            {can.appoint && (
              <Button type="primary" onClick={() => setDialog({ type: "appoint" })}>
                {t("office-people.person.appoint")}
              </Button>
            )}
          </>
        }
      />
      <PostsPanel person={person.data} onDialog={setDialog} />
      <AccountPanel person={person.data} onDialog={setDialog} />
      <HandOverPanel handOvers={person.data.handOvers} />
      {dialog && <PersonDialogs person={person.data} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}
