"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { BranchRole } from "@zhibu/domain/tenancy/roles";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { StatusWord } from "@zhibu/ui/status-word";
import type { OfficeBranch } from "./branch-data.ts";

/** Without both of them nothing reaches a reader: one writes, the other reviews. */
const needed: readonly BranchRole[] = ["webmaster", "secretary"];

/** Who is in office now or soon, and which post is vacant that must not be. */
export function BranchPeople({ data: { branch, people } }: { data: OfficeBranch }) {
  const t = useTranslations();
  const p = useTranslations("office-branches.branch.people");
  const vacant = needed.filter((role) => !people.some((held) => held.role === role && !held.disabled));
  return (
    <Panel
      title={p("title")}
      extra={
        <Link href={`/office/people?branch=${branch.slug}`} className="text-brand-strong hover:underline">
          {p("all")}
        </Link>
      }
    >
      {branch.state !== "archived" && people.length > 0 && vacant.length > 0 && (
        <div className="mb-2">
          <Notice tone="waiting">
            {p("missing", { roles: vacant.map((role) => t(`common.role.${role}`)).join("、") })}
          </Notice>
        </div>
      )}
      {people.length === 0 && <p className="text-ink-soft">{p("none")}</p>}
      <ul className="divide-y divide-line">
        {people.map((held) => (
          <li key={held.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 first:pt-0 last:pb-0">
            <span className="font-medium">{held.name}</span>
            <StatusWord>{t(`common.role.${held.role}`)}</StatusWord>
            {held.disabled && <StatusWord tone="bad">{p("disabled")}</StatusWord>}
            <span className="ml-auto text-[13px] text-ink-soft">
              {held.endsOn === null ? p("upcoming", { from: held.startsOn }) : p("until", { to: held.endsOn })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
