"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { Panel } from "@zhibu/ui/panel";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { useAuditWords } from "../office-audit/use-audit-words.ts";
import type { OfficeBranch } from "./branch-data.ts";

/** The newest of the branch's trail: what happened here, by whom. */
export function BranchTrail({ data: { branch, trail } }: { data: OfficeBranch }) {
  const t = useTranslations("office-branches.branch.trail");
  const words = useAuditWords();
  return (
    <Panel
      title={t("title")}
      extra={
        <Link href={`/office/audit?chain=${branch.id}`} className="text-brand-strong hover:underline">
          {t("all")}
        </Link>
      }
    >
      {trail.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
      <ol className="divide-y divide-line">
        {trail.map(({ id, action, actorName, at }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-2 first:pt-0 last:pb-0">
            <span className="min-w-0 flex-1 break-words">
              <span className="font-medium">{actorName}</span> {words.action(action) ?? action}
            </span>
            <RelativeTime value={at} className="text-[13px] text-ink-soft" />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
