"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

type BranchSelectProps = Pick<SelectProps<string>, "id" | "status" | "allowClear" | "className" | "placeholder"> & {
  "aria-label"?: string;
  "aria-invalid"?: boolean;
  "aria-describedby"?: string;
  /** A branch's address name; empty for none. */
  value: string;
  onChange: (slug: string) => void;
};

/** Finds one of up to a thousand branches by a part of its name. */
export function BranchSelect({ value, onChange, className = "w-full", ...select }: BranchSelectProps) {
  const t = useTranslations("office-people.post");
  const [search, setSearch] = useState("");
  const found = useQuery(
    useTRPC().account.branches.queryOptions({ search }, { placeholderData: keepPreviousData, staleTime: 60_000 }),
  );
  const options = (found.data ?? []).map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <Select
      placeholder={t("branchPlaceholder")}
      {...select}
      className={className}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={value === "" ? null : value}
      onChange={(slug: string | null | undefined) => onChange(slug ?? "")}
      options={options}
      loading={found.isFetching}
      notFoundContent={null}
      popupMatchSelectWidth={false}
    />
  );
}
