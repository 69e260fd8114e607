"use client";

import "./reader-text.css";
import { useTranslations } from "next-intl";
import type { BodyDocument } from "@zhibu/domain/articles/document/body-schema";
import { renderBody } from "@zhibu/domain/articles/document/render-body";
import { factTextOf } from "@zhibu/domain/baseline/fact-text";
import { mediaPreviewPath, widthFileName } from "@zhibu/domain/media/media-file";

export type ShownPicture = { id: string; width: number | null; height: number | null; widths: readonly number[] };

type ReaderTextProps = {
  branch: string;
  body: BodyDocument;
  pictures: readonly ShownPicture[];
  /** What the college's facts in the text say. */
  facts: ReadonlyMap<string, string>;
};

/** A body as readers will see it, with the branch's own, perhaps unpublished pictures. */
export function ReaderText({ branch, body, pictures, facts }: ReaderTextProps) {
  const t = useTranslations("articles.reading");
  const known = new Map(pictures.map((picture) => [picture.id, picture]));
  const html = renderBody(body, {
    mediaUrl: (mediaId, width) => mediaPreviewPath(branch, mediaId, widthFileName(width)),
    pictureSize(mediaId) {
      const picture = known.get(mediaId);
      if (!picture || picture.width === null || picture.height === null) return undefined;
      return { width: picture.width, height: picture.height, widths: picture.widths };
    },
    factText: factTextOf(facts),
    tableLabel: (n) => t("table", { n }),
  });
  // Made by our own serialiser from a document the server has validated.
  // oxlint-disable-next-line react/no-danger
  return <div className="reader-text prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
