"use client";

import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type ChangeEvent, useRef } from "react";
import { Notice } from "@zhibu/ui/notice";
import { useTRPC } from "../../../trpc/client.tsx";
import { useDroppedFiles } from "../../media/use-dropped-files.ts";
import { useExcelErrorText } from "../../media/use-excel-error-text.ts";
import { sendPeopleFile } from "./send-people-file.ts";

const accepted = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Takes one Excel file, by button or by dropping it, and leads to its preview. */
export function UploadBox() {
  const t = useTranslations("office-people.importPage");
  const words = useExcelErrorText();
  const router = useRouter();
  const trpc = useTRPC();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const upload = useMutation({
    mutationFn: sendPeopleFile,
    onSuccess: ({ importId }) => {
      void client.invalidateQueries({ queryKey: trpc.office.imports.list.queryKey() });
      router.push(`/office/people/imports/${importId}`);
    },
  });
  const busy = upload.isPending || upload.isSuccess;
  const { isOver, handlers } = useDroppedFiles(([file]) => take(file));

  function take(file: File | undefined): void {
    if (file && !busy) upload.mutate(file);
  }
  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    take(target.files?.[0]);
    // The same file again, mended, must count as a change.
    target.value = "";
  }

  return (
    <section
      aria-label={t("choose")}
      {...handlers}
      className={`rounded-md border border-dashed px-4 py-4 transition-colors ${isOver ? "border-brand bg-brand-soft" : "border-line-strong"}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="primary"
          icon={<UploadOutlined aria-hidden />}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {t("choose")}
        </Button>
        <output className="text-ink-soft">
          {busy ? t("reading") : <span className="max-md:hidden">{t("drop")}</span>}
        </output>
      </div>
      <input ref={input} type="file" hidden accept={accepted} onChange={choose} aria-label={t("choose")} />
      {upload.isError && (
        <div className="mt-3">
          <Notice tone="bad" role="alert">
            {words(upload.error)}
          </Notice>
        </div>
      )}
    </section>
  );
}
