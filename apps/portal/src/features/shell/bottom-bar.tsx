"use client";

import { EllipsisOutlined } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { DueBadge } from "../inbox/due-badge.tsx";
import { NavIcon } from "./nav-icon.tsx";
import { type NavLink, thumbKeys } from "./nav-items.ts";
import { Popover } from "./popover.tsx";

const sheetId = "more-menu";
/** So many words stand side by side on the smallest phone. */
const cellsMax = 4;
const cell =
  "flex h-14 w-full flex-col items-center justify-center gap-0.5 text-xs text-ink-soft aria-[current]:font-semibold aria-[current]:text-brand";

/** The menu of a phone, where a thumb reaches it; what does not fit comes up in a sheet. */
export function BottomBar({ links, siteHref }: { links: readonly NavLink[]; siteHref: string | null }) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const fits = (link: NavLink) => links.length <= cellsMax || thumbKeys.includes(link.key);
  const bar = links.filter(fits);
  const rest = links.filter((link) => !fits(link));
  return (
    <nav
      aria-label={t("nav.label")}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {bar.map(({ key, href, current }) => (
          <li key={key}>
            <Link href={href} aria-current={current ? "page" : undefined} className={`relative ${cell}`}>
              <NavIcon of={key} className="text-lg" />
              {t(`nav.${key}`)}
              {key === "inbox" && <DueBadge className="absolute top-1 left-[calc(50%+0.375rem)]" />}
            </Link>
          </li>
        ))}
        {(rest.length > 0 || siteHref !== null) && (
          <li>
            <button type="button" popoverTarget={sheetId} className={cell}>
              <EllipsisOutlined className="text-lg" aria-hidden />
              {t("nav.more")}
            </button>
          </li>
        )}
      </ul>
      <Popover id={sheetId} className="right-2 bottom-16 w-56 md:hidden">
        <ul>
          {rest.map(({ key, href, current }) => (
            <li key={key}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className="flex h-11 items-center gap-3 rounded-md px-3 aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand-strong"
              >
                <NavIcon of={key} />
                {t(`nav.${key}`)}
              </Link>
            </li>
          ))}
          {siteHref !== null && (
            <li className="mt-1 border-t border-line pt-1">
              <a href={siteHref} target="_blank" rel="noreferrer" className="flex h-11 items-center rounded-md px-3">
                {t("viewSite")}
                <span className="sr-only">{common("opensInNewTab")}</span>
              </a>
            </li>
          )}
        </ul>
      </Popover>
    </nav>
  );
}
