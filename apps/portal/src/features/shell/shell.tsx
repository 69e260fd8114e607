"use client";

import { ExportOutlined } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { MyAccount } from "@zhibu/core/tenancy/get-my-account";
import { BrandMark } from "@zhibu/ui/brand-mark";
import { SkipLink } from "@zhibu/ui/skip-link";
import { LeaveGate } from "../../components/leaving/leave-gate.tsx";
import { Bell } from "../notifications/bell.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { BranchSwitcher } from "./branch-switcher.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { isOfficePage, navLinks, onlyReadsTrail } from "./nav-items.ts";
import { PersonMenu } from "./person-menu.tsx";
import { SideNav } from "./side-nav.tsx";
import { useCurrentBranch } from "./use-current-branch.ts";

type ShellProps = {
  me: MyAccount;
  /** Origin of the college portal; branches' sites are its subdomains. */
  rootOrigin: string;
  children: ReactNode;
};

/** The console's frame: branch and person on top, the menu left or, on a phone, under the thumb. */
export function Shell({ me, rootOrigin, children }: ShellProps) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const pathname = usePathname();
  const firstBranch = useCurrentBranch(me);
  // The office's own pages are about no branch; a page of neither, such as the inbox, shows the menu of whoever has no branch.
  const office = me.collegeAbilities.length > 0 && (isOfficePage(pathname) || firstBranch === null);
  const branch = office ? null : firstBranch;
  const links = navLinks(pathname, office ? { office: me.collegeAbilities, withInbox: !onlyReadsTrail(me) } : branch);
  const siteHref = branch && rootOrigin.replace("://", `://${branch.slug}.`);
  return (
    <>
      <LeaveGate />
      <SkipLink target="main">{t("skip")}</SkipLink>
      <div className="sticky top-0 z-20">
        <header className="flex h-13 items-center gap-1 border-b border-line bg-surface px-3">
          <Link href="/inbox" aria-label={t("nav.inbox")} className="shrink-0 rounded-md p-1">
            <BrandMark />
          </Link>
          <BranchSwitcher me={me} current={branch} office={office} />
          <div className="ml-auto flex shrink-0 items-center gap-1">
            {siteHref !== null && (
              <a
                href={siteHref}
                target="_blank"
                rel="noreferrer"
                className="hidden h-9 items-center gap-1.5 rounded-md px-2.5 text-ink-soft hover:bg-neutral-soft hover:text-ink md:flex"
              >
                {t("viewSite")}
                <span className="sr-only">{common("opensInNewTab")}</span>
                <ExportOutlined className="text-xs" aria-hidden />
              </a>
            )}
            <Bell />
            <PersonMenu me={me} />
          </div>
        </header>
        <ConnectionBanner />
      </div>
      <div className="flex">
        <SideNav links={links} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-5 pb-24 outline-none md:px-7 md:pt-6 md:pb-10">
          <div className="mx-auto max-w-6xl">{children}</div>
        </main>
      </div>
      <BottomBar links={links} siteHref={siteHref} />
    </>
  );
}
