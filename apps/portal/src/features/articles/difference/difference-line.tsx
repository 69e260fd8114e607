"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { mediaPreviewPath, widthFileName } from "@zhibu/domain/media/media-file";
import { nearestWidth } from "@zhibu/domain/media/picture-widths";
import type { DiffLine } from "../article-data.ts";
import type { ShownPicture } from "../reading/reader-text.tsx";
import { DiffParts } from "./diff-parts.tsx";

type LineProps = { line: DiffLine; branch: string; pictures: readonly ShownPicture[] };

const signs: Record<DiffLine["change"], string> = { same: "", added: "+", removed: "−", changed: "~" };
const bars: Record<DiffLine["change"], string> = {
  same: "border-transparent",
  added: "border-good",
  removed: "border-bad",
  changed: "border-waiting",
};

/** A line with its sign in the margin, which a screen reader hears as a word. */
export function DifferenceRow({ change, children }: { change: DiffLine["change"]; children: ReactNode }) {
  const t = useTranslations("articles.difference");
  return (
    <div className={`flex gap-2 border-l-3 py-1 pl-2 ${bars[change]}`}>
      <span aria-hidden className="w-3 shrink-0 text-center font-semibold text-ink-soft">
        {signs[change]}
      </span>
      <div className="min-w-0 flex-1 break-words">
        {change !== "same" && <span className="sr-only">{t(`change.${change}`)}</span>}
        {children}
      </div>
    </div>
  );
}

/** One block of the text as the reviewer compares it. */
export function DifferenceLine({ line, branch, pictures }: LineProps) {
  const words = <DiffParts parts={line.cells[0] ?? []} />;
  return (
    <DifferenceRow change={line.change}>
      {line.kind === "heading" && (
        <p className={line.level === 2 ? "text-base font-semibold" : "font-semibold"}>{words}</p>
      )}
      {line.kind === "paragraph" && <p className="indent-8">{words}</p>}
      {line.kind === "listItem" && <p style={{ paddingLeft: `${line.level + 1}em` }}>• {words}</p>}
      {line.kind === "quote" && <p className="border-l-2 border-line-strong pl-3">{words}</p>}
      {line.kind === "rule" && <hr className="my-2 border-line-strong" />}
      {line.kind === "picture" && (
        <DifferencePicture line={line} branch={branch} pictures={pictures}>
          {words}
        </DifferencePicture>
      )}
    </DifferenceRow>
  );
}

function DifferencePicture({ line, branch, pictures, children }: LineProps & { children: ReactNode }) {
  const t = useTranslations("articles.difference");
  const picture = pictures.find(({ id }) => id === line.mediaId);
  const width = picture === undefined ? null : nearestWidth(picture.widths, 480);
  return (
    <div className={line.change === "removed" ? "opacity-60" : ""}>
      {picture !== undefined && width !== null && (
        <img
          src={mediaPreviewPath(branch, picture.id, widthFileName(width))}
          alt=""
          className="mb-1 max-h-40 rounded border border-line"
        />
      )}
      <p className="text-ink-soft">
        {t("picture")} {children}
      </p>
    </div>
  );
}
