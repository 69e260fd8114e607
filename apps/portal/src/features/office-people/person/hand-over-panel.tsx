"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { Panel } from "@zhibu/ui/panel";
import { instantDayText } from "../day-text.ts";

/** The lists this person gave or was given. */
export function HandOverPanel({ handOvers }: Pick<OfficePerson, "handOvers">) {
  const t = useTranslations("office-people.person");
  if (handOvers.length === 0) return null;
  return (
    <Panel title={t("handOvers")}>
      <ul className="divide-y divide-line">
        {handOvers.map(({ id, branchName, fromName, toName, at }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5 first:pt-1 last:pb-0">
            <Link href={`/hand-overs/${id}`} className="font-medium hover:text-brand-strong">
              {t("handOverLine", { branch: branchName, from: fromName, to: toName })}
            </Link>
            <span className="text-[13px] text-ink-soft">{instantDayText(at)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
