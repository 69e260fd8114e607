import { useTranslations } from "next-intl";
import type { Attachment } from "@zhibu/core/articles/published/list-revision-media";
import { mediaPath } from "@zhibu/domain/media/media-file";
import { fileKind, fileSize } from "./file-facts.ts";

type AttachmentsProps = {
  files: readonly Attachment[];
  /** Where a file lies on the host of the page. */
  fileUrl?: (mediaId: string) => string;
};

const ownFile = (mediaId: string): string => mediaPath(mediaId, "original");

/** Attachments at the end of an article; the server sends them as downloads. */
export function Attachments({ files, fileUrl = ownFile }: AttachmentsProps) {
  const t = useTranslations("reader");
  if (files.length === 0) return null;
  return (
    <section className="attachments" aria-labelledby="attachments">
      <h2 id="attachments">{t("article.attachments")}</h2>
      <ol>
        {files.map((file) => (
          <li key={file.mediaId}>
            <a href={fileUrl(file.mediaId)} download>
              {file.name}
            </a>
            <span>
              {t("article.fileNote", {
                type: t(`files.${fileKind(file.ext)}`, { ext: file.ext.toUpperCase() }),
                size: fileSize(file.bytes),
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
