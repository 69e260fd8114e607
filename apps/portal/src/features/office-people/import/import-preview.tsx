"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { Notice } from "@zhibu/ui/notice";
import { ButtonLink } from "../../../components/button-link.tsx";
import { useImportMutations } from "./use-import-mutations.ts";

type ImportPreviewProps = { run: ImportOverview; unread: readonly string[] };

/** What would happen, and the choice: take it in, only its good rows, or nothing. */
export function ImportPreview({ run, unread }: ImportPreviewProps) {
  const t = useTranslations("office-people.importRun");
  const common = useTranslations("common");
  const { modal } = App.useApp();
  const { confirm, cancel } = useImportMutations();
  const { id: importId, version, rowsTotal: total, rowsBad: bad, rowsToTake: good } = run;
  const counts = { total, bad, good };

  async function takeGoodOnly(): Promise<void> {
    const sure = await modal.confirm({
      title: t("confirmGoodTitle"),
      content: t("confirmGoodLead", { bad }),
      okText: t("confirmGood", { count: good }),
      cancelText: common("cancel"),
    });
    if (sure) confirm.mutate({ importId, version, goodOnly: true });
  }
  async function discard(): Promise<void> {
    const sure = await modal.confirm({
      title: t("discardTitle"),
      content: t("discardLead"),
      okText: t("discard"),
      cancelText: common("cancel"),
    });
    if (sure) cancel.mutate({ importId });
  }

  return (
    <div className="mb-4 space-y-3">
      <Notice tone={bad === 0 ? "good" : "waiting"}>
        <p className="font-medium">{bad === 0 ? t("allGood", counts) : t(good === 0 ? "allBad" : "someBad", counts)}</p>
        <p>
          {t("nothingWritten")}
          {unread.length > 0 && t("unread", { names: unread.join("、") })}
        </p>
      </Notice>
      <div className="flex flex-wrap gap-2">
        {bad === 0 && (
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ importId, version, goodOnly: false })}
          >
            {t("confirm", { count: good })}
          </Button>
        )}
        {bad > 0 && (
          <ButtonLink type="primary" href="/office/people/imports">
            {t("again")}
          </ButtonLink>
        )}
        {bad > 0 && good > 0 && (
          <Button loading={confirm.isPending} onClick={() => void takeGoodOnly()}>
            {t("confirmGood", { count: good })}
          </Button>
        )}
        <Button type="text" onClick={() => void discard()}>
          {t("discard")}
        </Button>
      </div>
    </div>
  );
}
