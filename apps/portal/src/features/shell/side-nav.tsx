"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { DueBadge } from "../inbox/due-badge.tsx";
import { NavIcon } from "./nav-icon.tsx";
import type { NavLink } from "./nav-items.ts";

/** The menu at the left of wide screens. */
export function SideNav({ links }: { links: readonly NavLink[] }) {
  const t = useTranslations("shell.nav");
  return (
    <nav
      aria-label={t("label")}
      className="sticky top-13 hidden h-[calc(100dvh-3.25rem)] w-52 shrink-0 overflow-y-auto border-r border-line bg-surface px-2.5 py-3 md:block"
    >
      <ul className="space-y-0.5">
        {links.map(({ key, href, current }) => (
          <li key={key} className={key === "inbox" ? "mb-2 border-b border-line pb-2" : undefined}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className="flex h-9 items-center gap-3 rounded-md px-3 text-ink-soft hover:bg-neutral-soft hover:text-ink aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand-strong"
            >
              <NavIcon of={key} />
              {t(key)}
              {key === "inbox" && <DueBadge className="ml-auto" />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
