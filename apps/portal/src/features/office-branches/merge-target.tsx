"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { SearchBox } from "../../components/search-box.tsx";
import { useTRPC } from "../../trpc/client.tsx";

type MergeTargetProps = {
  branchId: string;
  value: string | null;
  onChange: (branchId: string) => void;
  error: string | undefined;
};

/** Open branches to choose from, found by name; a short list of radio buttons rather than a box that hides it. */
export function MergeTarget({ branchId, value, onChange, error }: MergeTargetProps) {
  const t = useTranslations("office-branches.merge");
  const id = useId();
  const [search, setSearch] = useState("");
  const targets = useQuery({
    ...useTRPC().office.branches.mergeTargets.queryOptions({ branchId, search }),
    placeholderData: (before) => before,
  });
  return (
    <fieldset aria-describedby={`${id}-error`}>
      <legend className="mb-1 font-medium">{t("target")}</legend>
      <SearchBox label={t("targetSearch")} value={search} onChange={setSearch} />
      <div className="mt-2 max-h-56 overflow-y-auto rounded-md border border-line px-3 py-1">
        {targets.data?.length === 0 && <p className="py-2 text-ink-soft">{t("targetNone")}</p>}
        {targets.data?.map((target) => (
          <label key={target.id} className="flex min-h-10 items-center gap-2 md:min-h-9">
            <input
              type="radio"
              name={id}
              checked={value === target.id}
              onChange={() => onChange(target.id)}
              className="size-4 shrink-0 accent-brand"
            />
            <span className="min-w-0">
              {target.name} <span className="text-[13px] text-ink-soft">{target.slug}</span>
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-error`} role="alert" className="mt-1.5 text-bad empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
