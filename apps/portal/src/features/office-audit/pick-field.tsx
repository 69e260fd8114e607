"use client";

import { Select } from "antd";
import { useState } from "react";

type PickFieldProps = {
  label: string;
  /** What stands there while nothing is chosen. */
  anyLabel: string;
  /** What is said when nothing matches. */
  noneLabel: string;
  value: string;
  /** Name of the chosen one where the options don't hold it. */
  chosenName: string | null;
  options: readonly { value: string; label: string }[];
  loading: boolean;
  onSearch: (words: string) => void;
  onChange: (value: string | null) => void;
};

/** One of many, searched on the server by name. */
export function PickField({
  label,
  anyLabel,
  noneLabel,
  value,
  chosenName,
  options,
  loading,
  onSearch,
  onChange,
}: PickFieldProps) {
  const [open, setOpen] = useState(false);
  const known = options.some((option) => option.value === value);
  const shown = value === "" || known || chosenName === null ? options : [{ value, label: chosenName }, ...options];
  return (
    <Select
      aria-label={label}
      className="w-full md:w-52"
      value={value === "" ? null : value}
      placeholder={anyLabel}
      showSearch={{ filterOption: false, onSearch }}
      allowClear
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) onSearch("");
      }}
      loading={loading && open}
      options={[...shown]}
      notFoundContent={noneLabel}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}
