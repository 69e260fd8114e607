import { useTranslations } from "next-intl";
import type { BodyPicture } from "@zhibu/core/articles/published/list-revision-media";
import { parseBody } from "@zhibu/domain/articles/document/parse-body";
import { renderBody } from "@zhibu/domain/articles/document/render-body";
import { factTextOf } from "@zhibu/domain/baseline/fact-text";
import { picturePath } from "./addresses.ts";

type ArticleBodyProps = {
  body: unknown;
  pictures: readonly BodyPicture[];
  /** What the college's facts in the text say. */
  facts: ReadonlyMap<string, string>;
  /** Where a picture's files lie on the host of the page. */
  pictureUrl?: (mediaId: string, width: number) => string;
  /** The origin that paths in the text belong to, where it was written for another site. */
  linkBase?: string;
};

/** The text of an article. It is read by the same rules once more before it is rendered: what the schema doesn't know never reaches a page. */
export function ArticleBody({ body, pictures, facts, pictureUrl = picturePath, linkBase = "" }: ArticleBodyProps) {
  const t = useTranslations("reader.article");
  const sizes = new Map(pictures.map((picture) => [picture.mediaId, picture]));
  const html = renderBody(parseBody(body), {
    mediaUrl: (mediaId, width) => (sizes.has(mediaId) ? pictureUrl(mediaId, width) : undefined),
    pictureSize: (mediaId) => sizes.get(mediaId),
    factText: factTextOf(facts),
    linkBase,
    tableLabel: (n) => t("table", { n }),
  });
  // Made by our own serialiser from the validated schema: the one place where a page takes HTML.
  // oxlint-disable-next-line react/no-danger
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
