"use client";

import { CopyOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { StatusWord } from "@zhibu/ui/status-word";
import { fullMomentText } from "../articles/format-time.ts";
import type { OpenedBranch } from "./branch-data.ts";

/** One person's link, to be copied whole: it is too long to be read out. */
export function InvitationRow({ invitation }: { invitation: OpenedBranch["invitations"][number] }) {
  const t = useTranslations("office-branches.opened");
  const { message } = App.useApp();
  const { displayName, loginName, expiresAt, mailed } = invitation;
  const href = new URL(invitation.path, window.location.origin).href;
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(href);
      void message.success(t("copied", { name: displayName }));
    } catch {
      void message.error(t("copyFailed"));
    }
  }
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{displayName}</span>
        <span className="text-ink-soft">{t("loginName", { loginName })}</span>
        {mailed && <StatusWord tone="good">{t("mailed")}</StatusWord>}
        <span className="text-[13px] text-ink-soft md:ml-auto">{t("until", { time: fullMomentText(expiresAt) })}</span>
      </p>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 basis-64 rounded bg-neutral-soft px-2 py-1 text-[13px] break-all select-all">
          {href}
        </code>
        <Button
          icon={<CopyOutlined aria-hidden />}
          aria-label={t("copyOf", { name: displayName })}
          onClick={() => void copy()}
        >
          {t("copy")}
        </Button>
      </p>
    </li>
  );
}
