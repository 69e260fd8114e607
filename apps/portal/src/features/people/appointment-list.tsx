"use client";

import { useTranslations } from "next-intl";
import type { Appointment } from "@zhibu/core/tenancy/list-people";
import { StatusWord } from "@zhibu/ui/status-word";
import { TermStandingWord } from "./term-standing-word.tsx";
import { useTermText } from "./use-term-text.ts";

type AppointmentListProps = { appointments: readonly Appointment[]; withRole?: boolean };

/** One person a line with term and appointer; the lines wrap on a phone. */
export function AppointmentList({ appointments, withRole = false }: AppointmentListProps) {
  const t = useTranslations();
  const termText = useTermText();
  return (
    <ul className="divide-y divide-line">
      {appointments.map((held) => (
        <li key={held.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 first:pt-1 last:pb-0">
          <span className="flex min-w-32 flex-1 flex-wrap items-center gap-2 font-medium">
            {held.person.displayName}
            {withRole && <StatusWord>{t(`common.role.${held.role}`)}</StatusWord>}
            {held.person.disabled && <StatusWord tone="bad">{t("people.disabled")}</StatusWord>}
          </span>
          <TermStandingWord standing={held.standing} />
          <span className="w-full text-ink-soft md:w-72">{termText(held)}</span>
          <span className="w-full text-[13px] text-ink-soft md:w-40 md:text-right">
            <AppointedBy appointer={held.appointedBy} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function AppointedBy({ appointer }: { appointer: Appointment["appointedBy"] }) {
  const t = useTranslations();
  if (!appointer) return null;
  const name = appointer.kind === "office" ? t("common.role.office") : appointer.displayName;
  return t("people.appointedBy", { name });
}
