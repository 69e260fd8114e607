"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { RelativeTime } from "@zhibu/ui/relative-time";
import type { NotificationLine } from "./notification-data.ts";
import { useNotificationText } from "./use-notification-text.ts";

type NotificationLinkProps = {
  line: NotificationLine;
  onOpen: () => void;
  className: string;
  /** Lines of text before the rest is cut off: a menu is for glancing, a page for reading. */
  brief?: boolean;
};

/** One notice; the whole line leads to what it tells of. */
export function NotificationLink({ line, onOpen, className, brief = false }: NotificationLinkProps) {
  const t = useTranslations("notifications");
  const text = useNotificationText();
  const unread = line.readAt === null;
  return (
    <Link href={line.path} onClick={onOpen} className={`flex gap-3 hover:bg-ground ${className}`}>
      <span
        aria-hidden
        className={`mt-2 size-2 shrink-0 rounded-full ${unread ? "bg-brand" : "border border-line-strong"}`}
      />
      <span className="min-w-0 flex-1">
        <span className={`break-words ${brief ? "line-clamp-2" : "block"} ${unread ? "font-medium" : "text-ink-soft"}`}>
          {unread && <span className="sr-only">{t("unreadMark")}</span>}
          {text(line)}
        </span>
        <span className="mt-0.5 block text-[13px] text-ink-soft">
          {line.branch ?? t("college")} · <RelativeTime value={line.createdAt} />
        </span>
      </span>
    </Link>
  );
}
