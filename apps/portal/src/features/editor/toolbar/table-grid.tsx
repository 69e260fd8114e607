"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";

const rowsMax = 8;
const columnsMax = 6;

type Size = { rows: number; columns: number };

const moves: Readonly<Record<string, Size>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** The grid Word has: point at the last cell, or go there with the arrow keys, and the table is that large. */
export function TableGrid({ onChoose }: { onChoose: (size: Size) => void }) {
  const t = useTranslations("editor.table");
  const [size, setSize] = useState<Size>({ rows: 3, columns: 3 });
  const grid = useRef<HTMLDivElement>(null);
  function move(event: KeyboardEvent): void {
    const by = moves[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const within = (value: number, max: number) => Math.min(Math.max(value, 1), max);
    const next = { rows: within(size.rows + by.rows, rowsMax), columns: within(size.columns + by.columns, columnsMax) };
    setSize(next);
    grid.current?.querySelector<HTMLButtonElement>(`[data-cell="${next.rows}:${next.columns}"]`)?.focus();
  }
  const cells = Array.from({ length: rowsMax * columnsMax }, (_, index) => ({
    rows: Math.floor(index / columnsMax) + 1,
    columns: (index % columnsMax) + 1,
  }));
  return (
    <>
      <p className="mb-2 text-center">{t("size", size)}</p>
      {/* Keys are watched for all cells at once; each cell is a button of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={grid} onKeyDown={move} className="grid w-max grid-cols-6 gap-1">
        {cells.map((cell) => {
          const isIn = cell.rows <= size.rows && cell.columns <= size.columns;
          const isCorner = cell.rows === size.rows && cell.columns === size.columns;
          return (
            <button
              key={`${cell.rows}:${cell.columns}`}
              type="button"
              data-cell={`${cell.rows}:${cell.columns}`}
              tabIndex={isCorner ? 0 : -1}
              aria-label={t("size", cell)}
              onMouseEnter={() => setSize(cell)}
              onClick={() => onChoose(cell)}
              className={`size-7 rounded-sm border ${isIn ? "border-brand bg-brand-soft" : "border-line-strong bg-surface"}`}
            />
          );
        })}
      </div>
    </>
  );
}
