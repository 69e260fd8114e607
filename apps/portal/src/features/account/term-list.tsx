"use client";

import { useTranslations } from "next-intl";
import type { MyTerm } from "@zhibu/core/tenancy/list-my-terms";
import { StatusWord } from "@zhibu/ui/status-word";
import { TermStandingWord } from "../people/term-standing-word.tsx";
import { useTermText } from "../people/use-term-text.ts";

/** The person's own roles, one line each: role and branch, term, and whether it is in force. */
export function TermList({ terms }: { terms: readonly MyTerm[] }) {
  const t = useTranslations();
  const termText = useTermText();
  return (
    <ul className="divide-y divide-line">
      {terms.map((term) => (
        <li key={term.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
          <span className="min-w-40 flex-1 font-medium">{term.branchName ?? t("account.page.college")}</span>
          <StatusWord tone="brand">{t(`common.role.${term.role}`)}</StatusWord>
          <span className="w-full text-ink-soft sm:w-56">{termText(term)}</span>
          <TermStandingWord standing={term.standing} />
        </li>
      ))}
    </ul>
  );
}
