"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../components/query-error.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { NotificationLink } from "./notification-link.tsx";
import { useMarkRead } from "./use-mark-read.ts";

/** As many as fit above the fold of a small screen. */
const newestMax = 6;

/** The newest notices, under the bell. */
export function BellList() {
  const t = useTranslations("notifications");
  return (
    <section aria-label={t("newest")}>
      <Newest />
      <p className="border-t border-line pt-1.5">
        <Link
          href="/notifications"
          className="flex min-h-10 items-center justify-center rounded-md text-brand hover:bg-neutral-soft"
        >
          {t("showAll")}
        </Link>
      </p>
    </section>
  );
}

function Newest() {
  const t = useTranslations();
  const mark = useMarkRead();
  // What lies under the bell is read at that moment, not half a minute ago.
  const input = { unread: false, limit: newestMax };
  const newest = useQuery({ ...useTRPC().notifications.list.queryOptions(input), staleTime: 0 });
  if (newest.isPending) return <LoadingState label={t("common.loading")} rows={3} />;
  if (newest.isError) return <QueryError error={newest.error} onRetry={() => void newest.refetch()} />;
  const { items } = newest.data;
  const [first] = items;
  if (!first) return <p className="px-3 py-8 text-center text-ink-soft">{t("notifications.empty.title")}</p>;
  return (
    <>
      <div className="flex min-h-9 items-center justify-between px-2.5 pb-1">
        <h2 className="font-semibold">{t("notifications.title")}</h2>
        {items.some(({ readAt }) => readAt === null) && (
          <button
            type="button"
            className="rounded-md px-2 py-1 text-[13px] text-brand hover:bg-neutral-soft"
            onClick={() => mark.all.mutate({ until: first.createdAt.toISOString() })}
          >
            {t("notifications.markAll")}
          </button>
        )}
      </div>
      <ul className="max-h-[60dvh] overflow-y-auto">
        {items.map((line) => (
          <li key={line.id}>
            <NotificationLink
              line={line}
              brief
              onOpen={() => line.readAt === null && mark.one.mutate({ ids: [line.id] })}
              className="rounded-md px-2.5 py-2"
            />
          </li>
        ))}
      </ul>
    </>
  );
}
