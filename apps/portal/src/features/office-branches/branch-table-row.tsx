"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { MonthItems, Overdue, Waiting } from "./branch-cells.tsx";
import type { BranchRules, ListedBranch } from "./branch-data.ts";
import { BranchStateWord } from "./branch-state-word.tsx";

/** One branch; its name leads to the office's page on it. */
export function BranchTableRow({ branch, rules }: { branch: ListedBranch; rules: BranchRules }) {
  const t = useTranslations("office-branches");
  const place = [t(`kind.${branch.kind}`), branch.customDomain ?? branch.slug].join(" · ");
  return (
    <tr className="relative grid grid-cols-2 gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-ground md:table-row">
      <th scope="row" className="col-span-2 text-left align-top font-normal md:py-3 md:pr-4 md:pl-5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {/* The whole row is the link's: what is pressed beside the name leads there, too. */}
          <Link
            href={`/office/branches/${branch.slug}`}
            className="text-[15px] font-medium after:absolute after:inset-0 hover:text-brand-strong"
          >
            {branch.name}
          </Link>
          {branch.state !== "open" && <BranchStateWord state={branch.state} merged={branch.mergedIntoName !== null} />}
        </span>
        <span className="mt-0.5 block text-[13px] break-all text-ink-soft">{place}</span>
        {branch.mergedIntoName !== null && (
          <span className="mt-0.5 block text-[13px] text-ink-soft">
            {t("branch.mergedInto", { name: branch.mergedIntoName })}
          </span>
        )}
      </th>
      <Cell label={t("column.monthItems")}>
        <MonthItems branch={branch} rules={rules} />
      </Cell>
      <Cell label={t("column.waiting")}>
        <Waiting branch={branch} />
      </Cell>
      <Cell label={t("column.overdue")}>
        <Overdue branch={branch} rules={rules} />
      </Cell>
      <Cell label={t("column.lastActivity")}>
        {branch.lastActivity ? (
          <RelativeTime value={branch.lastActivity} />
        ) : (
          <span className="text-ink-soft">{t("cell.never")}</span>
        )}
      </Cell>
    </tr>
  );
}

/** A table's heads don't stand above a card, so each cell names itself there. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className="align-top md:px-3 md:py-3">
      <span aria-hidden className="block text-[13px] text-ink-soft md:hidden">
        {label}
      </span>
      {children}
    </td>
  );
}
