"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import type { InboxItem } from "../articles/article-data.ts";
import { InboxRow } from "./inbox-row.tsx";

/** What must be decided first stands first; what only takes its course stands last. */
const reasonOrder: readonly InboxItem["reason"][] = [
  "failed",
  "objection",
  "publicitySign",
  "publicityState",
  "review",
  "check",
  "publicityReturned",
  "returned",
  "correction",
  "offer",
  "publish",
  "scheduled",
];

/** Someone else may act on an item at any time; the list is asked for again this often while it is looked at. */
const refreshMs = 60_000;

function useInbox() {
  return useQuery({ ...useTRPC().desk.inbox.queryOptions(), refetchInterval: refreshMs });
}

/** 我的待办: everything that waits for this person over all their branches, by what is to be done. */
export function InboxScreen() {
  const t = useTranslations("inbox");
  const inbox = useInbox();
  const due = inbox.data?.items.filter(({ reason }) => reason !== "scheduled").length ?? 0;
  return (
    <>
      <PageHeader title={t("title")} description={inbox.data && (due > 0 ? t("due", { count: due }) : t("allDone"))} />
      <InboxGroups inbox={inbox} />
    </>
  );
}

function InboxGroups({ inbox }: { inbox: ReturnType<typeof useInbox> }) {
  const t = useTranslations();
  if (inbox.isPending) return <LoadingState label={t("common.loading")} />;
  if (inbox.isError) {
    return (
      <Panel>
        <QueryError error={inbox.error} onRetry={() => void inbox.refetch()} />
      </Panel>
    );
  }
  const { items, now } = inbox.data;
  if (items.length === 0) {
    return (
      <Panel>
        <EmptyState title={t("inbox.empty")} hint={t("inbox.emptyHint")} />
      </Panel>
    );
  }
  return reasonOrder.map((reason) => {
    const group = items.filter((item) => item.reason === reason);
    if (group.length === 0) return null;
    return (
      <Panel
        key={reason}
        flush
        title={t(`inbox.group.${reason}.title`, { count: group.length })}
        description={t(`inbox.group.${reason}.hint`)}
      >
        <ul className="divide-y divide-line border-t border-line">
          {group.map((item) => (
            <InboxRow key={`${item.branch.slug}/${item.articleId}`} item={item} now={now} />
          ))}
        </ul>
      </Panel>
    );
  });
}
