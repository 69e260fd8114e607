"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { PageHeader } from "@zhibu/ui/page-header";
import { Panel } from "@zhibu/ui/panel";
import { NotificationRows } from "./notification-rows.tsx";
import { useMarkRead } from "./use-mark-read.ts";
import { useNotifications } from "./use-notifications.ts";
import { useUnread } from "./use-unread.ts";

const tab =
  "min-h-10 border-b-2 border-transparent px-3 py-2 text-ink-soft -outline-offset-2! hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand-strong";

/** Everything the person was told, newest first. */
export function NotificationsScreen() {
  const t = useTranslations("notifications");
  const [onlyUnread, setOnlyUnread] = useQueryState("unread", parseAsBoolean.withDefault(false));
  const notifications = useNotifications(onlyUnread);
  const unread = useUnread() ?? 0;
  const mark = useMarkRead();
  const newest = notifications.data?.pages[0]?.items[0];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          newest &&
          unread > 0 && (
            <Button
              loading={mark.all.isPending}
              onClick={() => mark.all.mutate({ until: newest.createdAt.toISOString() })}
            >
              {t("markAll")}
            </Button>
          )
        }
      />
      <nav aria-label={t("filter")} className="mb-3 flex gap-1 border-b border-line">
        {[false, true].map((each) => (
          <button
            key={String(each)}
            type="button"
            aria-current={each === onlyUnread ? "true" : undefined}
            onClick={() => void setOnlyUnread(each || null)}
            className={tab}
          >
            {each ? t("unread") : t("all")}
            {each && unread > 0 && (
              <span className="ml-1.5 text-[13px] font-normal">{unread > 99 ? "99+" : unread}</span>
            )}
          </button>
        ))}
      </nav>
      <Panel flush>
        <NotificationRows notifications={notifications} onlyUnread={onlyUnread} />
      </Panel>
    </>
  );
}
