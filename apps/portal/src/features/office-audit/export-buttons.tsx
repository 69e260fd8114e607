"use client";

import { DownloadOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ExportTrailInput, TrailFilter } from "@zhibu/domain/audit/trail-inputs";
import { FetchFileError } from "../media/fetch-file.ts";
import { saveFile } from "../media/save-file.ts";
import { fetchExport } from "./fetch-export.ts";

type Format = ExportTrailInput["format"];

/** Takes away what the filter shows. */
export function ExportButtons({ filter }: { filter: TrailFilter }) {
  const t = useTranslations("office-audit.export");
  const { busy, take } = useExport(filter);
  return (
    <>
      <Button type="text" disabled={busy !== null} loading={busy === "csv"} onClick={() => void take("csv")}>
        {t("csv")}
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        disabled={busy !== null}
        loading={busy === "xlsx"}
        onClick={() => void take("xlsx")}
      >
        {t("xlsx")}
      </Button>
    </>
  );
}

function useExport(filter: TrailFilter) {
  const t = useTranslations("office-audit.export");
  const errors = useTranslations("errors");
  const { message } = App.useApp();
  const [busy, setBusy] = useState<Format | null>(null);
  async function take(format: Format): Promise<void> {
    setBusy(format);
    try {
      const { blob, name, count } = await fetchExport({ ...filter, format });
      saveFile(blob, name);
      message.success(t("done", { count }));
    } catch (error) {
      const { reason, params } = error instanceof FetchFileError ? error : new FetchFileError("unexpected", {});
      message.error(`${t("failed")}：${errors.has(reason) ? errors(reason, params) : errors("unexpected")}`);
    } finally {
      setBusy(null);
    }
  }
  return { busy, take };
}
