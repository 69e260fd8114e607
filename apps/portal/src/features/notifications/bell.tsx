"use client";

import { BellOutlined } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Popover } from "../shell/popover.tsx";
import { useMarkVisited } from "./use-mark-visited.ts";
import { useUnread } from "./use-unread.ts";

const popoverId = "notifications";
/** The server counts no further. */
const shownMax = 99;

const BellList = dynamic(() => import("./bell-list.tsx").then((file) => file.BellList), { ssr: false });

/** How much is new, and the newest of it. */
export function Bell() {
  const t = useTranslations("notifications");
  const unread = useUnread() ?? 0;
  const [open, setOpen] = useState(false);
  useMarkVisited(useUnread());
  return (
    <>
      <button
        type="button"
        popoverTarget={popoverId}
        className="relative grid size-9 place-items-center rounded-md text-ink-soft hover:bg-neutral-soft hover:text-ink"
      >
        <BellOutlined className="text-lg" aria-hidden />
        <span className="sr-only">{unread > 0 ? t("bellUnread", { count: unread }) : t("title")}</span>
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-0 left-4.5 min-w-4.5 rounded-full bg-brand px-1 text-center text-[11px] leading-4.5 font-semibold text-white"
          >
            {unread > shownMax ? `${shownMax}+` : unread}
          </span>
        )}
      </button>
      <Popover
        id={popoverId}
        onToggle={(event) => setOpen(event.newState === "open")}
        className="top-14 right-3 w-[min(25rem,calc(100vw-1.5rem))]"
      >
        {open && <BellList />}
      </Popover>
    </>
  );
}
