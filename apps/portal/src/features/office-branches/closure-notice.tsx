"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import { dayText } from "../articles/format-time.ts";
import type { OfficeBranch } from "./branch-data.ts";

/** What readers of a site that isn't open see, and how far a merge has come. */
export function ClosureNotice({ data: { branch, merge } }: { data: OfficeBranch }) {
  const t = useTranslations("office-branches.branch");
  const { state, stateReason: reason } = branch;
  if (state === "open") return null;
  const since = dayText(branch.stateSince);
  const into = branch.mergedInto?.name ?? "";
  if (merge && merge.doneAt === null) {
    return (
      <div className="mb-4">
        <Notice tone="waiting">
          <p>{t("moving", { name: into, moved: merge.moved, total: merge.total })}</p>
          <progress
            aria-label={t("movingProgress")}
            value={merge.moved}
            max={Math.max(1, merge.total)}
            className="mt-1.5 block h-2 w-full accent-brand"
          />
        </Notice>
      </div>
    );
  }
  return (
    <div className="mb-4">
      <Notice tone={state === "suspended" ? "waiting" : "info"}>
        {merge ? t("merged", { since, name: into, count: merge.moved }) : t(state, { since, reason })}
      </Notice>
    </div>
  );
}
