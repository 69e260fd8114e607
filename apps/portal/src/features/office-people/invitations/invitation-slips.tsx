"use client";

import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import { useLeaveGuard } from "../../../components/leaving/use-leave-guard.ts";
import { momentText } from "../day-text.ts";
import type { Slip } from "./use-invitations.ts";

/** Strips of paper, one for each person; they exist on this page alone, so leaving it asks first. */
export function InvitationSlips({ slips }: { slips: readonly Slip[] }) {
  const t = useTranslations("office-people.invitations");
  useLeaveGuard({ isClean: () => false, loses: t("onlyOnce") });
  return (
    <section aria-label={t("paper")} className="print-alone mb-4">
      <div className="mb-3 print:hidden">
        <Notice
          tone="waiting"
          action={
            <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => globalThis.print()}>
              {t("printNow", { count: slips.length })}
            </Button>
          }
        >
          {t("onlyOnce")}
        </Notice>
      </div>
      <ul className="space-y-3 print:space-y-0">
        {slips.map((slip) => (
          <SlipOfPaper key={slip.loginName} slip={slip} />
        ))}
      </ul>
    </section>
  );
}

function SlipOfPaper({ slip }: { slip: Slip }) {
  const t = useTranslations("office-people.invitations");
  const { displayName, branchName, loginName, path, expiresAt } = slip;
  return (
    <li className="break-inside-avoid rounded-md border border-dashed border-line-strong bg-surface p-4 print:rounded-none print:border-0 print:border-b print:border-black print:px-0 print:py-5">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span className="text-[15px] font-semibold">
          {displayName} · {t("slipTitle")}
        </span>
        <span className="text-ink-soft print:text-black">{branchName}</span>
      </p>
      <p className="mt-1">
        {t("slipLogin")} <span className="font-mono font-medium">{loginName}</span>
      </p>
      <p className="mt-1">{t("slipHow")}</p>
      <p className="mt-1 font-mono text-[13px] break-all">{new URL(path, globalThis.location.origin).href}</p>
      <p className="mt-1 text-[13px] text-ink-soft print:text-black">
        {t("slipUntil", { until: momentText(expiresAt) })}
      </p>
    </li>
  );
}
