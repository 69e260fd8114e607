"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { roleFilters, standingFilters } from "@zhibu/domain/tenancy/people-filters";
import { SearchBox } from "../../../components/search-box.tsx";
import { NativeSelect } from "../../office-branches/native-select.tsx";
import type { ChangePeople, PeopleState } from "./list-state.ts";

/** antd's Select weighs as much as the list. */
const BranchSelect = dynamic(() => import("../branch-select.tsx").then((file) => file.BranchSelect), {
  ssr: false,
  loading: () => <span className="inline-block h-10 w-full md:h-8 md:w-60" />,
});

/** Nothing chosen, for a select that has no value for it. */
const any = "any";

export function PeopleFilters({ state, change }: { state: PeopleState; change: ChangePeople }) {
  const t = useTranslations("office-people");
  const roleWord = useTranslations("common.role");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchBox
        label={t("search")}
        value={state.search}
        onChange={(search) => void change({ search: search || null })}
      />
      <BranchSelect
        aria-label={t("filter.branch")}
        className="w-full md:w-60"
        placeholder={t("filter.allBranches")}
        allowClear
        value={state.branch}
        onChange={(slug) => void change({ branch: slug || null })}
      />
      <NativeSelect
        aria-label={t("filter.role")}
        className="min-w-0 flex-1 md:flex-none"
        value={state.role ?? any}
        options={[
          { value: any, label: t("filter.allRoles") },
          ...roleFilters.map((role) => ({ value: role, label: roleWord(role) })),
        ]}
        onChange={(role) => void change({ role: role === any ? null : role })}
      />
      <NativeSelect
        aria-label={t("filter.standing")}
        className="min-w-0 flex-1 md:flex-none"
        value={state.standing ?? any}
        options={[
          { value: any, label: t("filter.anyStanding") },
          ...standingFilters.map((standing) => ({ value: standing, label: t(`filter.${standing}`) })),
        ]}
        onChange={(standing) => void change({ standing: standing === any ? null : standing })}
      />
    </div>
  );
}
