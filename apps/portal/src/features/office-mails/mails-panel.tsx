"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { LoadingState } from "@zhibu/ui/loading-state";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { MailRow } from "./mail-row.tsx";

/** Mails that did not get out, for the office's settings. */
export function MailsPanel() {
  const t = useTranslations("office-mails");
  return (
    <Panel title={t("title")} description={t("lead")}>
      <Mails />
    </Panel>
  );
}

function Mails() {
  const t = useTranslations();
  const list = useInfiniteQuery(
    useTRPC().office.mails.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor ?? undefined }),
  );
  if (list.isPending) return <LoadingState label={t("common.loading")} rows={2} />;
  if (list.isError) return <QueryError error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  const sendsMail = list.data.pages[0]?.sendsMail ?? false;
  return (
    <>
      {!sendsMail && <Notice>{t("office-mails.noMail")}</Notice>}
      {sendsMail && items.length === 0 && <p className="text-ink-soft">{t("office-mails.empty")}</p>}
      {items.length > 0 && (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <MailRow key={item.id} item={item} sendsMail={sendsMail} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p className="mt-3 text-center">
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {t("office-mails.more")}
          </Button>
        </p>
      )}
    </>
  );
}
