"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import type { OfficePersonRow, PersonRole } from "@zhibu/core/tenancy/people/list-office-people";
import { endingSoonDays } from "@zhibu/domain/tenancy/people-filters";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { AccountWord } from "../account-word.tsx";
import { dayText, daysBetween } from "../day-text.ts";

type PeopleTableProps = { items: readonly OfficePersonRow[]; today: string };

/** A table on a desk, a card for each person on a phone. */
export function PeopleTable({ items, today }: PeopleTableProps) {
  const t = useTranslations("office-people.list");
  const head = "px-3 py-2 text-left text-[13px] font-medium text-ink-soft";
  return (
    <table aria-label={t("label")} className="w-full border-collapse max-md:block">
      <thead className="border-b border-line max-md:sr-only">
        <tr>
          <th scope="col" className={`${head} md:pl-5`}>
            {t("name")}
          </th>
          <th scope="col" className={head}>
            {t("roles")}
          </th>
          <th scope="col" className={head}>
            {t("account")}
          </th>
          <th scope="col" className={head}>
            {t("lastSeen")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {items.map((person) => (
          <PersonLine key={person.id} person={person} today={today} />
        ))}
      </tbody>
    </table>
  );
}

const rolesShown = 3;

function PersonLine({ person, today }: { person: OfficePersonRow; today: string }) {
  const t = useTranslations("office-people.list");
  const { id, displayName, loginName, roles, lastSeenAt } = person;
  const cell = "align-top md:px-3 md:py-3";
  return (
    <tr className="relative flex flex-wrap items-start gap-x-3 gap-y-1.5 px-4 py-3 hover:bg-ground md:table-row">
      <th scope="row" className={`${cell} min-w-28 flex-1 text-left font-normal md:w-52 md:pl-5`}>
        {/* The whole row is the link's: what is pressed beside the name leads there, too. */}
        <Link
          href={`/office/people/${id}`}
          className="text-[15px] font-medium after:absolute after:inset-0 hover:text-brand-strong"
        >
          {displayName}
        </Link>
        <span className="mt-0.5 block text-[13px] break-all text-ink-soft">{loginName}</span>
      </th>
      <td className={`${cell} max-md:order-3 max-md:w-full`}>
        {roles.length === 0 ? (
          <span className="text-ink-soft">{t("noRole")}</span>
        ) : (
          <ul className="space-y-0.5">
            {roles.slice(0, rolesShown).map((role) => (
              <RoleLine key={`${role.branchName}-${role.role}-${role.startsOn}`} held={role} today={today} />
            ))}
            {roles.length > rolesShown && <li className="text-ink-soft">+{roles.length - rolesShown}</li>}
          </ul>
        )}
      </td>
      <td className={cell}>
        <AccountWord account={person} />
      </td>
      <td className={`${cell} max-md:hidden md:w-28`}>
        {lastSeenAt ? <RelativeTime value={lastSeenAt} /> : <span className="text-ink-soft">{t("never")}</span>}
      </td>
    </tr>
  );
}

function RoleLine({ held, today }: { held: PersonRole; today: string }) {
  const t = useTranslations("office-people.list");
  const roleWord = useTranslations("common.role");
  const { role, branchName, startsOn, endsOn } = held;
  return (
    <li className="flex flex-wrap gap-x-2">
      <span>{t("roleAt", { place: branchName === null ? "" : `${branchName} · `, role: roleWord(role) })}</span>
      <span className="text-[13px] leading-[22px] text-ink-soft">
        {startsOn > today ? t("startsOn", { day: dayText(startsOn) }) : <Until endsOn={endsOn} today={today} />}
      </span>
    </li>
  );
}

/** A date as long as there is time, a count of days once there is little. */
function Until({ endsOn, today }: { endsOn: string | null; today: string }) {
  const t = useTranslations("office-people.list");
  if (endsOn === null) return null;
  const days = daysBetween(today, endsOn);
  if (days > endingSoonDays) return t("until", { day: dayText(endsOn) });
  return (
    <span className="font-medium text-waiting">
      {t("until", { day: dayText(endsOn) })} · {days === 0 ? t("endsToday") : t("endsIn", { days })}
    </span>
  );
}
