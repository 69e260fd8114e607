import type { DiffLine } from "../article-data.ts";

/** What stands on the screen in one piece: a line, a table of neighbouring rows, or the note that lines were left out. */
export type DifferencePiece =
  | { readonly kind: "line"; readonly line: DiffLine }
  | { readonly kind: "table"; readonly rows: readonly DiffLine[] }
  | { readonly kind: "unchanged"; readonly count: number };

/** Puts table rows together again and, where only changes are wanted, folds what both texts have. */
export function differencePieces(lines: readonly DiffLine[], changesOnly: boolean): DifferencePiece[] {
  const pieces: DifferencePiece[] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    if (changesOnly && line.change === "same") {
      if (last?.kind === "unchanged") pieces[pieces.length - 1] = { kind: "unchanged", count: last.count + 1 };
      else pieces.push({ kind: "unchanged", count: 1 });
    } else if (line.kind !== "tableRow") {
      pieces.push({ kind: "line", line });
    } else if (last?.kind === "table") {
      pieces[pieces.length - 1] = { kind: "table", rows: [...last.rows, line] };
    } else {
      pieces.push({ kind: "table", rows: [line] });
    }
  }
  return pieces;
}
