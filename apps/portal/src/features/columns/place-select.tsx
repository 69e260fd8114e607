"use client";

import { Select } from "antd";
import { useTranslations } from "next-intl";
import type { ColumnTree } from "@zhibu/core/columns/list-columns";
import type { FieldControl } from "./column-field.tsx";

type PlaceSelectProps = {
  control: FieldControl;
  tree: ColumnTree;
  /** Id of the column it stands below; `null` for the first level. */
  value: string | null;
  onChange: (parentId: string | null) => void;
  /** A column can't stand below itself. */
  except?: string;
};

/** Select has no value for "none". */
const firstLevel = "";

/** Where a column of the branch's own may stand. */
export function PlaceSelect({ control, tree, value, onChange, except }: PlaceSelectProps) {
  const t = useTranslations("columns.form");
  const below = tree.sections.filter((section) => section.id !== except);
  return (
    <Select
      {...control}
      className="w-full"
      value={value ?? firstLevel}
      onChange={(id) => onChange(id === firstLevel ? null : id)}
      options={[
        { value: firstLevel, label: t("parentSpecial") },
        ...below.map((section) => ({ value: section.id, label: t("parentBelow", { name: section.name }) })),
      ]}
    />
  );
}
