"use client";

import { DownOutlined } from "@ant-design/icons";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { MyAccount } from "@zhibu/core/tenancy/get-my-account";
import { signOutHere } from "../account/auth-requests.ts";
import { Popover } from "./popover.tsx";

const popoverId = "person-menu";
const item = "flex min-h-10 w-full items-center rounded-md px-3 text-left hover:bg-neutral-soft";

/** Who is signed in, their account, and the way out. */
export function PersonMenu({ me }: { me: MyAccount }) {
  const t = useTranslations("shell.person");
  return (
    <>
      <button
        type="button"
        popoverTarget={popoverId}
        className="flex h-9 items-center gap-2 rounded-md px-1.5 hover:bg-neutral-soft md:px-2"
      >
        <span
          className="grid size-7 place-items-center rounded-full bg-brand-soft text-[13px] font-semibold text-brand-strong"
          aria-hidden
        >
          {me.displayName.slice(0, 1)}
        </span>
        <span className="sr-only max-w-32 truncate md:not-sr-only">{me.displayName}</span>
        <span className="sr-only">{t("label")}</span>
        <DownOutlined className="!hidden text-[10px] text-ink-soft md:!inline-flex" aria-hidden />
      </button>
      <Popover id={popoverId} className="top-14 right-3 w-56">
        <p className="border-b border-line px-3 pt-1.5 pb-2.5">
          <span className="block font-medium">{me.displayName}</span>
          <span className="block truncate text-[13px] text-ink-soft">{me.loginName}</span>
        </p>
        <div className="pt-1.5">
          <Link href="/account" className={item}>
            {t("account")}
          </Link>
          <button type="button" className={item} onClick={() => void signOutHere()}>
            {t("signOut")}
          </button>
        </div>
      </Popover>
    </>
  );
}
