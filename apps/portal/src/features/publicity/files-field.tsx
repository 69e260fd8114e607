"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { checkPublicityFile, publicityFilesMax } from "@zhibu/domain/publicity/check-files";
import { UploadArea } from "../media/upload-area.tsx";
import type { PublicityDetail } from "./publicity-data.ts";
import { type ListFile, PublicityFileRow } from "./publicity-file-row.tsx";
import { publicityFilePath, shownFile } from "./shown-file.ts";

type FilesFieldProps = {
  branch: string;
  data: PublicityDetail;
  ids: readonly string[];
  /** Given how to change the ids there are then: several files arrive one after the other. */
  onChange: (change: (ids: readonly string[]) => readonly string[]) => void;
};

/** The files of what is being prepared, each with what the checks say of it, and where to add some. */
export function FilesField({ branch, data, ids, onChange }: FilesFieldProps) {
  const t = useTranslations("publicity.files");
  const [added, setAdded] = useState<readonly ListFile[]>([]);
  const saved = [...data.files, ...data.shownFiles.map(shownFile)];
  const files = ids.flatMap((id) => [...saved, ...added].find(({ mediaId }) => mediaId === id) ?? []);

  function arrived({ id, name, bytes, reading }: MediaItem): void {
    setAdded((before) => [...before, { mediaId: id, name, bytes, ...checkPublicityFile(name, reading) }]);
    onChange((before) => [...new Set([...before, id])].slice(0, publicityFilesMax));
  }

  return (
    <section aria-label={t("title")}>
      <h3 className="mb-1 font-medium">{t("title")}</h3>
      <p className="mb-2 text-ink-soft">{t("hint")}</p>
      {files.length > 0 && (
        <ul className="mb-3 divide-y divide-line border-y border-line">
          {files.map((file) => (
            <PublicityFileRow
              key={file.mediaId}
              file={file}
              {...(saved.some(({ mediaId }) => mediaId === file.mediaId)
                ? { href: publicityFilePath(branch, data.list.id, file.mediaId) }
                : {})}
              showsChecks
              onRemove={() => onChange((before) => before.filter((id) => id !== file.mediaId))}
            />
          ))}
        </ul>
      )}
      {ids.length < publicityFilesMax ? (
        <UploadArea branch={branch} kind="attachment" purpose="publicity" onUploaded={arrived} />
      ) : (
        <p className="text-ink-soft">{t("full", { max: publicityFilesMax })}</p>
      )}
    </section>
  );
}
