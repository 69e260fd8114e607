"use client";

import { CheckOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { EmptyState } from "@zhibu/ui/empty-state";
import { LoadingState } from "@zhibu/ui/loading-state";
import { QueryError } from "../../components/query-error.tsx";
import type { NotificationLine } from "./notification-data.ts";
import { NotificationLink } from "./notification-link.tsx";
import { useMarkRead } from "./use-mark-read.ts";
import { useNotificationText } from "./use-notification-text.ts";
import type { Notifications } from "./use-notifications.ts";

/** The lines of the page, as far as somebody wants to go back. */
export function NotificationRows({ notifications, onlyUnread }: { notifications: Notifications; onlyUnread: boolean }) {
  const t = useTranslations();
  if (notifications.isPending) return <LoadingState label={t("common.loading")} />;
  if (notifications.isError) {
    return <QueryError error={notifications.error} onRetry={() => void notifications.refetch()} />;
  }
  const items = notifications.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    const which = onlyUnread ? "emptyUnread" : "empty";
    return <EmptyState title={t(`notifications.${which}.title`)} hint={t(`notifications.${which}.hint`)} />;
  }
  return (
    <>
      <ul className="-mt-3 divide-y divide-line">
        {items.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </ul>
      {notifications.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => void notifications.fetchNextPage()} loading={notifications.isFetchingNextPage}>
            {t("notifications.more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ line }: { line: NotificationLine }) {
  const t = useTranslations("notifications");
  const text = useNotificationText();
  const { mutate } = useMarkRead().one;
  const unread = line.readAt === null;
  const markRead = () => mutate({ ids: [line.id] });
  return (
    <li className="flex items-center">
      <NotificationLink line={line} onOpen={() => unread && markRead()} className="min-w-0 flex-1 px-4 py-3 md:px-5" />
      {unread && (
        <Button
          type="text"
          icon={<CheckOutlined className="md:!hidden" />}
          className="mr-2 shrink-0 text-ink-soft"
          onClick={markRead}
        >
          <span className="max-md:sr-only">{t("markOne")}</span>
          <span className="sr-only">{text(line)}</span>
        </Button>
      )}
    </li>
  );
}
