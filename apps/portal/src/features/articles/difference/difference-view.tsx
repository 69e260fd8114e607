"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RevisionDifference } from "../article-data.ts";
import type { ShownPicture } from "../reading/reader-text.tsx";
import { DifferenceLine } from "./difference-line.tsx";
import { differencePieces, type DifferencePiece } from "./difference-lines.ts";
import { DifferenceTable } from "./difference-table.tsx";
import { FieldDifferences } from "./field-differences.tsx";

type DifferenceViewProps = { difference: RevisionDifference; branch: string; pictures: readonly ShownPicture[] };

/** Two texts as one: what came, what went, what stayed; and on wish only what changed. */
export function DifferenceView({ difference, branch, pictures }: DifferenceViewProps) {
  const t = useTranslations("articles.difference");
  const [changesOnly, setChangesOnly] = useState(difference.body.length > 12);
  const { added, removed, changed, fields, body } = difference;
  const isSame = added + removed + changed + fields.length === 0;
  if (isSame) return <p className="text-ink-soft">{t("none")}</p>;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-ink-soft">{t("summary", { fields: fields.length, added, removed, changed })}</p>
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={changesOnly}
            onChange={(event) => setChangesOnly(event.target.checked)}
            className="size-4 accent-brand"
          />
          {t("changesOnly")}
        </label>
      </div>
      <FieldDifferences fields={fields} />
      <div className="space-y-0.5 leading-relaxed">
        {differencePieces(body, changesOnly).map((piece, index) => (
          // Pieces of one comparison never move among each other.
          <Piece key={`${index}`} piece={piece} branch={branch} pictures={pictures} />
        ))}
      </div>
    </>
  );
}

type PieceProps = { piece: DifferencePiece; branch: string; pictures: readonly ShownPicture[] };

function Piece({ piece, branch, pictures }: PieceProps) {
  const t = useTranslations("articles.difference");
  if (piece.kind === "table") return <DifferenceTable rows={piece.rows} />;
  if (piece.kind === "line") return <DifferenceLine line={piece.line} branch={branch} pictures={pictures} />;
  return (
    <p className="my-2 border-y border-dashed border-line py-1 text-center text-xs text-ink-soft">
      {t("unchanged", { count: piece.count })}
    </p>
  );
}
