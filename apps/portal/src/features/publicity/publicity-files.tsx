"use client";

import { useTranslations } from "next-intl";
import { type ListFile, PublicityFileRow } from "./publicity-file-row.tsx";
import { publicityFilePath } from "./shown-file.ts";

type PublicityFilesProps = {
  branch: string;
  publicityId: string;
  files: readonly ListFile[];
  /** For whoever signs: what the checks say of each. */
  showsChecks?: boolean;
};

/** The files of a list to be opened and read. */
export function PublicityFiles({ branch, publicityId, files, showsChecks = false }: PublicityFilesProps) {
  const t = useTranslations("publicity.files");
  if (files.length === 0) return null;
  return (
    <section aria-label={t("title")} className="mt-4">
      <h3 className="font-medium">{t("title")}</h3>
      <ul className="divide-y divide-line">
        {files.map((file) => (
          <PublicityFileRow
            key={file.mediaId}
            file={file}
            href={publicityFilePath(branch, publicityId, file.mediaId)}
            showsChecks={showsChecks}
          />
        ))}
      </ul>
    </section>
  );
}
