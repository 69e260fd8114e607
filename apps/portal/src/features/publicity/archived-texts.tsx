"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { fullMomentText } from "../articles/format-time.ts";
import { EntriesTable } from "./entries-table.tsx";
import type { PublicityArchive } from "./publicity-data.ts";
import { PublicityFiles } from "./publicity-files.tsx";
import { shownFile } from "./shown-file.ts";

type ArchivedTextsProps = { branch: string; publicityId: string; archive: PublicityArchive; onClose: () => void };

/** The list as readers had it, with every text it had, and who looked before. */
export function ArchivedTexts({ branch, publicityId, archive: { texts, looks }, onClose }: ArchivedTextsProps) {
  const t = useTranslations("publicity.archive");
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-soft">{t("wasRecorded")}</p>
        <Button size="small" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      {texts.map(({ number, title, columns, entries, files, hash, startsAt, endsAt }) => (
        <section key={number} aria-label={t("text", { number })}>
          <h3 className="font-medium break-words">{title}</h3>
          <p className="mb-2 text-[13px] text-ink-soft">
            {t("text", { number })}
            {startsAt &&
              endsAt &&
              ` · ${t("shown", { from: fullMomentText(startsAt), until: fullMomentText(endsAt) })}`}
          </p>
          <EntriesTable columns={columns} entries={entries} />
          <PublicityFiles branch={branch} publicityId={publicityId} files={files.map(shownFile)} />
          <p className="mt-2 text-[13px] break-all text-ink-soft">{t("hash", { hash })}</p>
        </section>
      ))}
      <Looks looks={looks} />
    </div>
  );
}

function Looks({ looks }: Pick<PublicityArchive, "looks">) {
  const t = useTranslations("publicity.archive");
  return (
    <section aria-label={t("looks")}>
      <h3 className="font-medium">{t("looks")}</h3>
      {looks.length === 0 && <p className="text-ink-soft">{t("noLooks")}</p>}
      <ul className="divide-y divide-line">
        {looks.map(({ id, actorName, at, reason, file }) => (
          <li key={id} className="py-2">
            <p>
              <span className="font-medium">{actorName}</span>
              <time dateTime={at.toISOString()} className="ml-2 text-[13px] text-ink-soft">
                {fullMomentText(at)}
              </time>
            </p>
            <p className="break-words text-ink-soft">{file === null ? reason : t("openedFile", { name: file })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
