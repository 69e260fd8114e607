"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import type { TrailPage } from "@zhibu/core/audit/list-trail";
import { actionGroups, type ActionGroup } from "@zhibu/domain/audit/action-groups";
import { SearchBox } from "../../components/search-box.tsx";
import { useTRPC } from "../../trpc/client.tsx";
import { NativeSelect } from "../office-branches/native-select.tsx";
import { isFiltered, noFilter, type ChangeFilter, type FilterState } from "./filter-state.ts";
import { PickField } from "./pick-field.tsx";

type TrailFiltersProps = {
  state: FilterState;
  change: ChangeFilter;
  /** What the chosen chain and person are called, once the list knows. */
  chosen: TrailPage["chosen"] | undefined;
};

/** Who, where, about what, of which kind and when. */
export function TrailFilters({ state, change, chosen }: TrailFiltersProps) {
  const t = useTranslations("office-audit");
  const groups = actionGroups.map((group) => ({ value: group, label: t(`group.${group}`) }));
  return (
    <search aria-label={t("filter.label")} className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <PersonPick value={state.person} name={chosen?.actor ?? null} onChange={(person) => void change({ person })} />
      <ChainPick value={state.chain} name={chosen?.chain ?? null} onChange={(chain) => void change({ chain })} />
      <NativeSelect<ActionGroup | "">
        aria-label={t("filter.group")}
        className="w-full md:w-auto"
        value={state.group ?? ""}
        options={[{ value: "", label: t("filter.anyGroup") }, ...groups]}
        onChange={(group) => void change({ group: group === "" ? null : group })}
      />
      <SearchBox
        label={t("filter.subjectHint")}
        value={state.subject}
        onChange={(subject) => void change({ subject: subject || null })}
      />
      <DayField label={t("filter.from")} value={state.from} onChange={(from) => void change({ from })} />
      <DayField label={t("filter.to")} value={state.to} onChange={(to) => void change({ to })} />
      {isFiltered(state) && (
        <Button type="text" onClick={() => void change(noFilter)}>
          {t("filter.clear")}
        </Button>
      )}
    </search>
  );
}

type PickProps = { value: string; name: string | null; onChange: (id: string | null) => void };

function PersonPick({ value, name, onChange }: PickProps) {
  const t = useTranslations("office-audit.filter");
  const [words, setWords] = useState("");
  const search = useDeferredValue(words.trim());
  const query = useTRPC().office.audit.actors.queryOptions({ search }, { placeholderData: keepPreviousData });
  const found = useQuery(query);
  return (
    <PickField
      label={t("person")}
      anyLabel={t("anyPerson")}
      noneLabel={t("nobody")}
      value={value}
      chosenName={name}
      loading={found.isFetching}
      options={(found.data ?? []).map(({ id, displayName, loginName }) => ({
        value: id,
        label: `${displayName} ${loginName}`,
      }))}
      onSearch={setWords}
      onChange={onChange}
    />
  );
}

function ChainPick({ value, name, onChange }: PickProps) {
  const t = useTranslations("office-audit.filter");
  const [words, setWords] = useState("");
  const search = useDeferredValue(words.trim());
  const query = useTRPC().office.audit.chains.queryOptions({ search }, { placeholderData: keepPreviousData });
  const found = useQuery(query);
  return (
    <PickField
      label={t("chain")}
      anyLabel={t("anyChain")}
      noneLabel={t("nobody")}
      value={value}
      chosenName={name}
      loading={found.isFetching}
      options={(found.data ?? []).map((chain) => ({ value: chain.id, label: chain.name }))}
      onSearch={setWords}
      onChange={onChange}
    />
  );
}

type DayFieldProps = { label: string; value: string; onChange: (day: string | null) => void };

/** A day of the browser's own calendar, which can be typed as well. */
function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <label className="flex items-center gap-2 text-ink-soft max-md:flex-[1_1_40%]">
      {label}
      <input
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value || null)}
        className="h-10 min-w-0 flex-1 rounded-md max-md:w-0 border border-line-strong bg-surface px-2 text-base text-ink md:h-8 md:text-sm"
      />
    </label>
  );
}
