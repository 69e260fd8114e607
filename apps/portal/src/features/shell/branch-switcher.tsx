"use client";

import { CheckOutlined, DownOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useDeferredValue, useState } from "react";
import type { MyAccount } from "@zhibu/core/tenancy/get-my-account";
import { useTRPC } from "../../trpc/client.tsx";
import { officeRoot, sameSectionIn } from "./nav-items.ts";
import { Popover } from "./popover.tsx";
import type { CurrentBranch } from "./use-current-branch.ts";

const popoverId = "branch-switcher";

/** Beyond this many a list is searched, not read. */
const searchFrom = 8;

type BranchSwitcherProps = {
  me: MyAccount;
  current: CurrentBranch | null;
  /** Whether the page is about the college's affairs. */
  office: boolean;
};

/** The branch the person is in, and the way to their others and to the office; the office finds any branch of the college by name. */
export function BranchSwitcher({ me, current, office }: BranchSwitcherProps) {
  const t = useTranslations("shell.branch");
  const here = office ? t("office") : current?.name;
  const mayEnterOffice = me.collegeAbilities.length > 0;
  if (me.branches.length + (mayEnterOffice ? 1 : 0) < 2 && !me.entersEveryBranch) {
    return <p className="min-w-0 truncate px-2 font-medium">{here ?? t("none")}</p>;
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={popoverId}
        className="flex h-9 min-w-0 items-center gap-2 rounded-md px-2 font-medium hover:bg-neutral-soft"
      >
        <span className="truncate">{here ?? t("switch")}</span>
        <DownOutlined className="text-[10px] text-ink-soft" aria-hidden />
        <span className="sr-only">{t("switch")}</span>
      </button>
      <BranchPopover me={me} current={current} office={office} />
    </>
  );
}

function BranchPopover({ me, current, office }: BranchSwitcherProps) {
  const t = useTranslations("shell.branch");
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const found = useQuery(
    useTRPC().account.branches.queryOptions(
      { search: wanted },
      { enabled: open && me.entersEveryBranch, placeholderData: keepPreviousData },
    ),
  );
  const own = me.branches.filter(({ name, shortName }) => name.includes(wanted) || shortName.includes(wanted));
  const branches = me.entersEveryBranch ? (found.data ?? []) : own;
  return (
    <Popover
      id={popoverId}
      onToggle={(event) => setOpen(event.newState === "open")}
      className="top-14 left-3 max-h-[70dvh] w-[min(20rem,calc(100vw-1.5rem))] overflow-y-auto md:left-13"
    >
      {(me.entersEveryBranch || me.branches.length > searchFrom) && (
        <input
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          aria-label={t("search")}
          placeholder={t("search")}
          className="mb-1 h-10 w-full rounded-md border border-line-strong px-3"
        />
      )}
      <ul>
        {me.collegeAbilities.length > 0 && wanted === "" && (
          <li className="mb-1 border-b border-line pb-1">
            <Link
              href={officeRoot}
              aria-current={office ? "true" : undefined}
              className="flex min-h-10 items-center justify-between gap-3 rounded-md px-3 py-2 hover:bg-neutral-soft aria-[current]:font-semibold"
            >
              {t("office")}
              {office && <CheckOutlined className="text-brand" aria-hidden />}
            </Link>
          </li>
        )}
        {branches.map((branch) => (
          <li key={branch.slug}>
            <Link
              href={sameSectionIn(branch.slug, pathname, current?.slug ?? null)}
              aria-current={branch.slug === current?.slug ? "true" : undefined}
              className="flex min-h-10 items-center justify-between gap-3 rounded-md px-3 py-2 hover:bg-neutral-soft aria-[current]:font-semibold"
            >
              {branch.name}
              {branch.slug === current?.slug && <CheckOutlined className="text-brand" aria-hidden />}
            </Link>
          </li>
        ))}
      </ul>
      {branches.length === 0 && !found.isFetching && <p className="px-3 py-2 text-ink-soft">{t("empty")}</p>}
    </Popover>
  );
}
