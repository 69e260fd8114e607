"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { columnModules, type ColumnModule } from "@zhibu/domain/columns/module-names";
import { useTRPC } from "../../trpc/client.tsx";

type ColumnSelectProps = Omit<ComponentProps<"select">, "onChange" | "children" | "value"> & {
  branch: string;
  value: string;
  onChange: (columnId: string) => void;
  /** Text of the choice "none"; without it a column must be chosen. */
  emptyLabel?: string;
};

/** The branch's columns by module, sub-columns set in; the browser's own list, which every phone shows well. */
export function ColumnSelect({ branch, value, onChange, emptyLabel, className = "", ...select }: ColumnSelectProps) {
  const t = useTranslations("articles");
  const columns = useColumns(branch);
  return (
    <select
      {...select}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`h-10 rounded-md border border-line-strong bg-surface px-2 text-base disabled:bg-neutral-soft disabled:text-ink md:h-8 md:text-sm ${className}`}
    >
      {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
      {columnModules.map((module) => {
        const inModule = columns.filter((column) => column.module === module);
        if (inModule.length === 0) return null;
        return (
          <optgroup key={module} label={t(`module.${module}`)}>
            {inModule.map(({ id, name, depth, hidden }) => (
              <option key={id} value={id}>
                {"\u3000".repeat(depth)}
                {hidden ? t("hiddenColumn", { name }) : name}
              </option>
            ))}
          </optgroup>
        );
      })}
    </select>
  );
}

export type ColumnChoice = { id: string; name: string; module: ColumnModule; depth: number; hidden: boolean };

/** The branch's columns in the order readers meet them; empty until they have come. */
export function useColumns(branch: string): readonly ColumnChoice[] {
  const tree = useQuery(useTRPC().columns.list.queryOptions({ branch }));
  return (tree.data?.sections ?? []).flatMap((section) => [
    { ...section, depth: 0 },
    ...section.children.map((child) => ({ ...child, depth: 1 })),
  ]);
}
