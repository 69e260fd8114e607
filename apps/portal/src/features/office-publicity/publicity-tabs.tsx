"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";

const root = "/office/publicity";
const tabs = [
  { key: "overview", href: root },
  { key: "templates", href: `${root}/templates` },
  { key: "calendar", href: `${root}/calendar` },
] as const;

/** The three screens the office has for publicity lists. */
export function PublicityTabs() {
  const t = useTranslations("office-publicity.tabs");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="-mx-4 mb-4 overflow-x-auto border-b border-line px-4 md:mx-0 md:px-0">
      <ul className="flex min-w-max gap-1">
        {tabs.map(({ key, href }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={href === pathname ? "page" : undefined}
              className="flex min-h-10 items-center border-b-2 border-transparent px-3 text-ink-soft -outline-offset-2! hover:text-ink aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand-strong"
            >
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
