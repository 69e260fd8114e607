"use client";

import { useTranslations } from "next-intl";
import type { ImportOverview } from "@zhibu/core/tenancy/people-import/get-import";
import { Notice } from "@zhibu/ui/notice";

/** How an import ended, in one sentence. */
export function ImportEnded({ run }: { run: ImportOverview }) {
  const t = useTranslations("office-people.importRun");
  const { state, rowsDone: done, rowsBad: bad, stoppedByName: name, confirmedAt } = run;
  function words(): string {
    if (state === "cancelled")
      return confirmedAt === null ? t("cancelledPreview", { name }) : t("cancelledRunning", { name, done });
    return bad === 0 ? t("done", { done }) : t("doneSome", { done, bad });
  }
  return (
    <div className="mb-4">
      <Notice tone={state === "done" ? "good" : "info"}>{words()}</Notice>
    </div>
  );
}
