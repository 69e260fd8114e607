"use client";

import { useTranslations } from "next-intl";
import { type StatusTone, StatusWord } from "@zhibu/ui/status-word";

type Account = { disabled: boolean; hasPassword: boolean; linkOpen: boolean };

const tones = { active: "good", disabled: "bad", invited: "info", uninvited: "waiting" } as const satisfies Record<
  string,
  StatusTone
>;

function stateOf({ disabled, hasPassword, linkOpen }: Account): keyof typeof tones {
  if (disabled) return "disabled";
  if (hasPassword) return "active";
  return linkOpen ? "invited" : "uninvited";
}

/** Whether a person can sign in, and what stands in the way. */
export function AccountWord({ account }: { account: Account }) {
  const t = useTranslations("office-people.account");
  const state = stateOf(account);
  return <StatusWord tone={tones[state]}>{t(state)}</StatusWord>;
}
