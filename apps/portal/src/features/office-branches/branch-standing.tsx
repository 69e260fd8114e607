"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Panel } from "@zhibu/ui/panel";
import type { BranchDialog, OfficeBranch } from "./branch-data.ts";
import { useReopen } from "./use-reopen.ts";

type BranchStandingProps = { data: OfficeBranch; onDialog: (dialog: BranchDialog) => void };

/** What may become of the site, each deed with what it means. */
export function BranchStanding({ data, onDialog }: BranchStandingProps) {
  const t = useTranslations("office-branches.branch.standing");
  const { branch, can } = data;
  const reopen = useReopen(data);
  if (branch.kind === "office") {
    return (
      <Panel title={t("title")}>
        <p className="text-ink-soft">{t("officeStays")}</p>
      </Panel>
    );
  }
  if (!can.suspend && !can.reopen && !can.archive && !can.merge) return null;
  return (
    <Panel title={t("title")}>
      <ul className="divide-y divide-line">
        {can.reopen && (
          <Deed hint={branch.state === "archived" ? t("reopenArchivedHint") : t("reopenHint")}>
            <Button type="primary" loading={reopen.isPending} onClick={reopen.ask}>
              {t("reopen")}
            </Button>
          </Deed>
        )}
        {can.suspend && (
          <Deed hint={t("suspendHint")}>
            <Button onClick={() => onDialog("suspend")}>{t("suspend")}</Button>
          </Deed>
        )}
        {can.merge && (
          <Deed hint={t("mergeHint")}>
            <Button onClick={() => onDialog("merge")}>{t("merge")}</Button>
          </Deed>
        )}
        {can.archive && (
          <Deed hint={t("archiveHint")}>
            <Button danger onClick={() => onDialog("archive")}>
              {t("archive")}
            </Button>
          </Deed>
        )}
      </ul>
    </Panel>
  );
}

function Deed({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <span className="min-w-0 flex-1 basis-60 text-ink-soft">{hint}</span>
      {children}
    </li>
  );
}
