"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { actionGroups } from "@zhibu/domain/audit/action-groups";
import type { TrailFilter } from "@zhibu/domain/audit/trail-inputs";
import { isDay } from "@zhibu/domain/kernel/is-day";

/** What is shown of the trail, kept in the address: a link to a view shows the same view. */
export function useFilterState() {
  return useQueryStates({
    person: parseAsString.withDefault(""),
    chain: parseAsString.withDefault(""),
    subject: parseAsString.withDefault(""),
    group: parseAsStringLiteral(actionGroups),
    from: parseAsString.withDefault(""),
    to: parseAsString.withDefault(""),
  });
}

export type FilterState = ReturnType<typeof useFilterState>[0];
export type ChangeFilter = ReturnType<typeof useFilterState>[1];

export const noFilter = { person: null, chain: null, subject: null, group: null, from: null, to: null };

export function isFiltered(state: FilterState): boolean {
  return Object.values(state).some((value) => value !== "" && value !== null);
}

/** What the server is asked for; a day that is none yet, because it is being typed, does not narrow. */
export function filterOf({ person, chain, subject, group, from, to }: FilterState): TrailFilter {
  const day = (text: string) => (isDay(text) ? text : undefined);
  const [fromDay, toDay] = [day(from), day(to)];
  return {
    ...(person && { actorId: person }),
    ...(chain && { chainId: chain }),
    ...(subject && { subject }),
    ...(group && { group }),
    ...(fromDay && { fromDay }),
    ...(toDay && { toDay }),
  };
}
