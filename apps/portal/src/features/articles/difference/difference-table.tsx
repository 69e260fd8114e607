"use client";

import type { DiffLine } from "../article-data.ts";
import { DiffParts } from "./diff-parts.tsx";
import { DifferenceRow } from "./difference-line.tsx";

/** Neighbouring rows of a table; each row says for itself what became of it. */
export function DifferenceTable({ rows }: { rows: readonly DiffLine[] }) {
  return rows.map((row, index) => (
    // Rows of one comparison never move among each other.
    <DifferenceRow key={`${index}`} change={row.change}>
      <div className="flex flex-wrap gap-px overflow-hidden rounded bg-line">
        {row.cells.map((parts, cell) => (
          <div key={`${cell}`} className="min-w-20 flex-1 basis-24 bg-surface px-2 py-1 whitespace-pre-wrap">
            <DiffParts parts={parts} />
          </div>
        ))}
      </div>
    </DifferenceRow>
  ));
}
