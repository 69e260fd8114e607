"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import { ProgressBar } from "./progress-bar.tsx";
import { useImportMutations } from "./use-import-mutations.ts";

/** After so long without a batch somebody wonders. */
const stillMs = 15_000;

/** An import at work; the screen asks for its state, the work goes on without it. */
export function ImportProgress({ run, now }: { run: ImportOverview; now: Date }) {
  const t = useTranslations("office-people.importRun");
  const { modal } = App.useApp();
  const { cancel } = useImportMutations();
  const { rowsDone: done, rowsToTake: total, progressedAt } = run;
  const still = progressedAt !== null && now.getTime() - progressedAt.getTime() > stillMs;
  async function stop(): Promise<void> {
    const sure = await modal.confirm({
      title: t("cancelTitle"),
      content: t("cancelLead"),
      okText: t("stop"),
      cancelText: t("keep"),
    });
    if (sure) cancel.mutate({ importId: run.id });
  }
  return (
    <Panel>
      <ProgressBar label={t("progress", { done, total })} done={done} total={total} />
      <p className="mt-2 text-ink-soft text-pretty">{t("progressHint")}</p>
      {still && (
        <div className="mt-3">
          <Notice tone="waiting">{t("still")}</Notice>
        </div>
      )}
      <div className="mt-4">
        <Button loading={cancel.isPending} onClick={() => void stop()}>
          {t("cancel")}
        </Button>
      </div>
    </Panel>
  );
}
