"use client";

import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef } from "react";
import { entriesFileLimits } from "@zhibu/domain/publicity/entries-limits";
import type { PublicityEntry } from "@zhibu/domain/publicity/publicity-draft";
import type { PublicityColumn } from "@zhibu/domain/publicity/publicity-template";
import type { EntriesFile } from "@zhibu/domain/publicity/read-entries-sheet";
import { Notice } from "@zhibu/ui/notice";
import { sendExcelFile } from "../../media/send-excel-file.ts";
import { useExcelErrorText } from "../../media/use-excel-error-text.ts";
import { EntriesTable } from "../entries-table.tsx";
import { FileProblems } from "./file-problems.tsx";

const accepted = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const entriesShownMax = 10;

export type ImportEntriesProps = {
  branch: string;
  publicityId: string;
  columns: readonly PublicityColumn[];
  /** People who stand in the form now, and would be replaced. */
  present: number;
  /** Puts the people into the form and saves it; resolves to whether it was saved. */
  onTake: (entries: readonly PublicityEntry[]) => Promise<boolean>;
  onClose: () => void;
};

/** Template, file, what is wrong with it row by row; only a file without a fault can be taken in, and only then is it. */
export function ImportEntriesDialog({ branch, publicityId, columns, present, onTake, onClose }: ImportEntriesProps) {
  const t = useTranslations("publicity-import");
  const { message } = App.useApp();
  const words = useExcelErrorText();
  const preview = useMutation({
    mutationFn: async (file: File) =>
      // The route answers exactly this.
      (await sendExcelFile(
        `/api/publicity-entries/${branch}/${publicityId}`,
        file,
        entriesFileLimits.bytesMax,
      )) as EntriesFile,
  });
  const take = useMutation({
    mutationFn: onTake,
    onSuccess: (saved, entries) => {
      if (saved) message.success(t("taken", { count: entries.length }));
      // What was refused is said where the form's own buttons are.
      onClose();
    },
  });
  const isSound = preview.data?.problems.length === 0;
  return (
    <Modal open onCancel={onClose} title={t("title")} footer={null} width={720}>
      <p className="mb-4 text-ink-soft">{t("lead")}</p>
      <section aria-label={t("step1")}>
        <h3 className="font-medium">{t("step1")}</h3>
        <p className="mb-2 text-[13px] text-ink-soft">
          {t("step1Hint", { columns: columns.map(({ label }) => label).join("、") })}
        </p>
        <Button
          download
          href={`/api/publicity-template/${branch}/${publicityId}`}
          icon={<DownloadOutlined aria-hidden />}
        >
          {t("template")}
        </Button>
      </section>
      <section aria-label={t("step2")} className="mt-5">
        <h3 className="font-medium">{t("step2")}</h3>
        <p className="mb-2 text-[13px] text-ink-soft">
          {t("step2Hint", { rows: entriesFileLimits.rowsMax, megabytes: entriesFileLimits.bytesMax / 1024 / 1024 })}
        </p>
        <FileButton
          label={t(isSound ? "chooseOther" : preview.isSuccess || preview.isError ? "chooseAgain" : "choose")}
          isMain={!isSound}
          isBusy={preview.isPending}
          onFile={(file) => preview.mutate(file)}
        />
      </section>
      <div className="mt-4" aria-live="polite">
        {preview.isPending && <p className="text-ink-soft">{t("reading")}</p>}
        {preview.isError && (
          <Notice tone="bad" role="alert">
            {words(preview.error)}
          </Notice>
        )}
        {preview.data && !isSound && <FileProblems problems={preview.data.problems} />}
        {preview.data && isSound && (
          <GoodFile
            columns={columns}
            entries={preview.data.entries}
            present={present}
            isBusy={take.isPending}
            onTake={take.mutate}
          />
        )}
      </div>
      <div className="mt-5 flex justify-end">
        <Button onClick={onClose}>{t("cancel")}</Button>
      </div>
    </Modal>
  );
}

type FileButtonProps = { label: string; isMain: boolean; isBusy: boolean; onFile: (file: File) => void };

function FileButton({ label, isMain, isBusy, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    const file = target.files?.[0];
    if (file) onFile(file);
    // The same file again, mended, must count as a change.
    target.value = "";
  }
  return (
    <>
      <Button
        type={isMain ? "primary" : "default"}
        icon={<UploadOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input ref={input} type="file" hidden accept={accepted} onChange={choose} aria-label={label} />
    </>
  );
}

type GoodFileProps = Pick<ImportEntriesProps, "columns" | "present"> & {
  entries: readonly PublicityEntry[];
  isBusy: boolean;
  onTake: (entries: readonly PublicityEntry[]) => void;
};

function GoodFile({ columns, entries, present, isBusy, onTake }: GoodFileProps) {
  const t = useTranslations("publicity-import");
  return (
    <div className="space-y-3">
      <Notice tone="good">
        <p className="font-medium">{t("good", { count: entries.length })}</p>
        {present > 0 && <p>{t("replaces", { count: present })}</p>}
      </Notice>
      <section aria-label={t("entries")}>
        <EntriesTable columns={columns} entries={entries.slice(0, entriesShownMax)} />
        {entries.length > entriesShownMax && (
          <p className="mt-2 text-[13px] text-ink-soft">{t("entriesMore", { count: entriesShownMax })}</p>
        )}
      </section>
      <Button type="primary" loading={isBusy} onClick={() => onTake(entries)}>
        {t("confirm", { count: entries.length })}
      </Button>
    </div>
  );
}
