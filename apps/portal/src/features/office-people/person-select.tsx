"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

export type ChosenPerson = { id: string; displayName: string; loginName: string };

type PersonSelectProps = {
  id: string;
  "aria-describedby"?: string;
  value: ChosenPerson | null;
  onChange: (person: ChosenPerson | null) => void;
};

/** Finds one of thousands of people by name or login name. */
export function PersonSelect({ value, onChange, ...select }: PersonSelectProps) {
  const t = useTranslations("office-people.handOverPage");
  const [search, setSearch] = useState("");
  const found = useQuery(
    useTRPC().office.people.list.queryOptions(
      { search: search.slice(0, 60), limit: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const people = (found.data?.items ?? []).filter(({ disabled }) => !disabled);
  const known = value && !people.some(({ id }) => id === value.id) ? [value, ...people] : people;
  return (
    <Select
      {...select}
      className="w-full"
      allowClear
      placeholder={t("personPlaceholder")}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value?.id ?? null}
      onChange={(id: string | null | undefined) => onChange(known.find((person) => person.id === id) ?? null)}
      options={known.map(({ id, displayName, loginName }) => ({ value: id, label: `${displayName}（${loginName}）` }))}
      loading={found.isFetching}
      notFoundContent={<span className="text-ink-soft">{t(found.isFetching ? "searching" : "noPerson")}</span>}
    />
  );
}
