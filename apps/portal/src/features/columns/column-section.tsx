"use client";

import { useTranslations } from "next-intl";
import type { ColumnItem, ColumnSection as Section } from "@zhibu/core/columns/list-columns";
import type { ColumnDialog } from "./column-dialogs.tsx";
import { ColumnRow } from "./column-row.tsx";

type ColumnSectionProps = {
  branch: string;
  section: Section;
  siblings: readonly ColumnItem[];
  onShift: (siblings: readonly ColumnItem[], column: ColumnItem, by: -1 | 1) => void;
  onDialog: (dialog: ColumnDialog) => void;
};

/** A column of the first level with its sub-columns, as one sheet. */
export function ColumnSection({ branch, section, siblings, onShift, onDialog }: ColumnSectionProps) {
  const t = useTranslations("columns");
  const { children } = section;
  return (
    <section aria-label={section.name} className="mb-4 overflow-hidden rounded-lg border border-line bg-surface">
      <ColumnRow
        branch={branch}
        column={section}
        siblings={siblings}
        childCount={children.length}
        isHead
        onShift={(by) => onShift(siblings, section, by)}
        onDialog={onDialog}
      />
      {children.length > 0 && (
        <ul aria-label={t("below", { name: section.name })} className="divide-y divide-line border-t border-line">
          {children.map((column) => (
            <li key={column.id}>
              <ColumnRow
                branch={branch}
                column={column}
                siblings={children}
                childCount={0}
                hiddenByParent={section.hidden}
                onShift={(by) => onShift(children, column, by)}
                onDialog={onDialog}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
