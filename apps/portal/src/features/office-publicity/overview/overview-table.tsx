"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { OverviewSort } from "@zhibu/domain/publicity/overview-views";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { StatusWord } from "@zhibu/ui/status-word";
import { PublicityStateWord } from "../../publicity/publicity-state-word.tsx";
import type { OverviewItem } from "../office-publicity-data.ts";
import { type ChangeList, type ListState, otherWay, usualDirection } from "./list-state.ts";

const ariaSort = { asc: "ascending", desc: "descending" } as const;

const heads = [
  { key: "list", sort: "branch" },
  { key: "state", sort: null },
  { key: "endsAt", sort: "endsAt" },
  { key: "objections", sort: "objections" },
  { key: "stateSince", sort: "stateSince" },
] as const;

type OverviewTableProps = { items: readonly OverviewItem[]; state: ListState; change: ChangeList };

/** Lists of all branches; heads order them. On a phone each row is a card with its labels. */
export function OverviewTable({ items, state, change }: OverviewTableProps) {
  const t = useTranslations("office-publicity.overview");
  return (
    <table className="-mt-3 block w-full md:table">
      <caption className="sr-only">{t("list")}</caption>
      <thead className="hidden border-b border-line text-left text-[13px] text-ink-soft md:table-header-group">
        <tr>
          {heads.map(({ key, sort }) => (
            <th
              key={key}
              scope="col"
              {...(sort !== null && { "aria-sort": state.sort === sort ? ariaSort[state.order] : "none" })}
              className="font-normal whitespace-nowrap first:w-[40%] first:pl-2"
            >
              {sort === null ? (
                <span className="px-3">{t(`column.${key}`)}</span>
              ) : (
                <SortButton label={t(`column.${key}`)} sort={sort} state={state} change={change} />
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line md:table-row-group">
        {items.map((item) => (
          <OverviewTableRow key={item.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

type SortButtonProps = { label: string; sort: OverviewSort; state: ListState; change: ChangeList };

/** Orders by this column, then the other way. */
function SortButton({ label, sort, state, change }: SortButtonProps) {
  const isCurrent = state.sort === sort;
  return (
    <button
      type="button"
      onClick={() => void change({ sort, order: isCurrent ? otherWay(state.order) : usualDirection[sort] })}
      className={`flex min-h-10 items-center gap-1 rounded px-3 -outline-offset-2! hover:text-ink ${isCurrent ? "font-semibold text-ink" : ""}`}
    >
      {label}
      <span aria-hidden className={`w-3 ${isCurrent ? "text-brand" : "text-line-strong"}`}>
        {isCurrent ? (state.order === "asc" ? "↑" : "↓") : "↕"}
      </span>
    </button>
  );
}

function OverviewTableRow({ item }: { item: OverviewItem }) {
  const t = useTranslations("office-publicity.overview");
  const { id, slug, branch, title, typeName, state, lastDay, provisional, stateSince, openObjections } = item;
  return (
    <tr className="relative grid grid-cols-2 gap-x-4 gap-y-1.5 px-4 py-3 hover:bg-ground md:table-row">
      <th scope="row" className="col-span-2 text-left align-top font-normal md:py-3 md:pr-4 md:pl-5">
        {/* The whole row is the link's: what is pressed beside the title leads there, too. */}
        <Link
          href={`/${slug}/publicity/${id}`}
          className="text-[15px] font-medium break-words after:absolute after:inset-0 hover:text-brand-strong"
        >
          {title === "" ? t("untitled") : title}
        </Link>
        <span className="mt-0.5 block text-[13px] text-ink-soft">{`${branch} · ${typeName}`}</span>
      </th>
      <Cell label={t("column.state")}>
        <PublicityStateWord state={state} />
      </Cell>
      <Cell label={t("column.endsAt")}>
        {lastDay === null ? <span className="text-ink-soft">{t("noEnd")}</span> : lastDay}
        {provisional && state === "running" && (
          <span className="ml-1.5">
            <StatusWord tone="info">{t("provisional")}</StatusWord>
          </span>
        )}
      </Cell>
      <Cell label={t("column.objections")}>
        {openObjections > 0 ? (
          <StatusWord tone="bad">{t("openObjections", { count: openObjections })}</StatusWord>
        ) : (
          <span className="text-ink-soft">{t("noObjections")}</span>
        )}
      </Cell>
      <Cell label={t("column.stateSince")}>
        <RelativeTime value={stateSince} />
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
