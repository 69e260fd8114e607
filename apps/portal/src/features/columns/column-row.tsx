"use client";

import { useTranslations } from "next-intl";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import { RelativeTime } from "@zhibu/ui/relative-time";
import { ColumnActions } from "./column-actions.tsx";
import type { ColumnDialog } from "./column-dialogs.tsx";
import { CadenceWords, ColumnKindWords, FreshnessWord } from "./column-words.tsx";
import { OrderButtons } from "./order-buttons.tsx";

export type ColumnRowProps = {
  branch: string;
  column: ColumnItem;
  siblings: readonly ColumnItem[];
  childCount: number;
  hiddenByParent?: boolean;
  /** The column a panel is about: its name is the panel's heading. */
  isHead?: boolean;
  onShift: (by: -1 | 1) => void;
  onDialog: (dialog: ColumnDialog) => void;
};

/** One column: what it is, what stands in it, how fresh it is, and what can be done with it. */
export function ColumnRow({
  branch,
  column,
  siblings,
  childCount,
  hiddenByParent = false,
  isHead = false,
  onShift,
  onDialog,
}: ColumnRowProps) {
  const Name = isHead ? "h2" : "h3";
  const index = siblings.findIndex(({ id }) => id === column.id);
  return (
    <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 md:px-5 ${isHead ? "" : "md:pl-9"}`}>
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Name className={isHead ? "text-[15px] font-semibold" : "font-medium"}>{column.name}</Name>
          <ColumnKindWords column={column} hiddenByParent={hiddenByParent} />
          <FreshnessWord column={column} />
        </div>
        <ColumnFacts column={column} />
      </div>
      <div className="-mr-2 ml-auto flex items-center gap-1">
        {column.can.order && siblings.length > 1 && (
          <OrderButtons
            name={column.name}
            isFirst={index === 0}
            isLast={index === siblings.length - 1}
            onShift={onShift}
          />
        )}
        <ColumnActions
          branch={branch}
          column={column}
          childCount={childCount}
          hiddenByParent={hiddenByParent}
          onDialog={onDialog}
        />
      </div>
    </div>
  );
}

function ColumnFacts({ column }: { column: ColumnItem }) {
  const t = useTranslations("columns");
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 text-[13px] text-ink-soft">
      <span>
        <CadenceWords days={column.cadenceDays} />
      </span>
      <span>{t("live", { count: column.liveCount })}</span>
      {column.lastItemAt !== null && (
        <span>
          {t("last")} <RelativeTime value={column.lastItemAt} />
        </span>
      )}
      <span className="hidden sm:inline">{t("address", { slug: column.slug })}</span>
    </p>
  );
}
