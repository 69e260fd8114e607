"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ProofFormat } from "@zhibu/domain/publicity/publicity-inputs";
import { Panel } from "@zhibu/ui/panel";
import { fetchFile, FetchFileError } from "../media/fetch-file.ts";
import { saveFile } from "../media/save-file.ts";

type ProofPanelProps = { branch: string; publicityId: string; running: boolean };

/** Takes out what proves how the list was publicised, as a document or as data; each making is on record. */
export function ProofPanel({ branch, publicityId, running }: ProofPanelProps) {
  const t = useTranslations("publicity-proof.panel");
  const { busy, take } = useProof(branch, publicityId);
  return (
    <Panel title={t("title")} description={t("lead")}>
      {running && <p className="mb-2">{t("during")}</p>}
      <p className="mb-3 text-ink-soft">{t("names")}</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy !== null} loading={busy === "pdf"} onClick={() => void take("pdf")}>
          {t("pdf")}
        </Button>
        <Button disabled={busy !== null} loading={busy === "zip"} onClick={() => void take("zip")}>
          {t("zip")}
        </Button>
      </div>
    </Panel>
  );
}

function useProof(branch: string, publicityId: string) {
  const t = useTranslations("publicity-proof.panel");
  const errors = useTranslations("errors");
  const { message } = App.useApp();
  const [busy, setBusy] = useState<ProofFormat | null>(null);
  async function take(format: ProofFormat): Promise<void> {
    setBusy(format);
    try {
      const { blob, name } = await fetchFile(`/api/publicity-proof/${branch}/${publicityId}?format=${format}`);
      saveFile(blob, name);
      message.success(t("done"));
    } catch (error) {
      const { reason, params } = error instanceof FetchFileError ? error : new FetchFileError("unexpected", {});
      message.error(`${t("failed")}：${errors.has(reason) ? errors(reason, params) : errors("unexpected")}`);
    } finally {
      setBusy(null);
    }
  }
  return { busy, take };
}
