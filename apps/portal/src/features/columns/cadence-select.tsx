"use client";

import { Select } from "antd";
import { useTranslations } from "next-intl";
import { cadences } from "@zhibu/domain/columns/cadence";
import type { FieldControl } from "./column-field.tsx";

type CadenceSelectProps = { control: FieldControl; value: number | null; onChange: (days: number | null) => void };

/** Select has no value for "none". */
const standing = 0;

/** How often a column should see something new. */
export function CadenceSelect({ control, value, onChange }: CadenceSelectProps) {
  const t = useTranslations("columns.cadence");
  return (
    <Select
      {...control}
      className="w-full"
      value={value ?? standing}
      onChange={(days) => onChange(days === standing ? null : days)}
      options={[
        ...cadences.map(({ key, days }) => ({ value: days, label: t(key) })),
        { value: standing, label: t("standing") },
      ]}
    />
  );
}
