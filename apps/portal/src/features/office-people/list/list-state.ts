"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { peopleConcerns, roleFilters, standingFilters } from "@zhibu/domain/tenancy/people-filters";

/** Who is listed, kept in the address: a link to the list shows the same list. */
export function usePeopleState() {
  return useQueryStates({
    concern: parseAsStringLiteral(peopleConcerns).withDefault("all"),
    search: parseAsString.withDefault(""),
    branch: parseAsString.withDefault(""),
    role: parseAsStringLiteral(roleFilters),
    standing: parseAsStringLiteral(standingFilters),
  });
}

export type PeopleState = ReturnType<typeof usePeopleState>[0];
export type ChangePeople = ReturnType<typeof usePeopleState>[1];

/** The list's input for the state in the address. */
export function peopleInput({ concern, search, branch, role, standing }: PeopleState) {
  return {
    concern,
    search: search.slice(0, 60),
    limit: 50,
    ...(branch === "" ? {} : { branchSlug: branch.slice(0, 64) }),
    ...(role === null ? {} : { role }),
    ...(standing === null ? {} : { standing }),
  };
}

export function isNarrowed({ search, branch, role, standing }: PeopleState): boolean {
  return search !== "" || branch !== "" || role !== null || standing !== null;
}
