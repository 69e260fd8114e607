"use client";

import { ArticleReasonDialogs } from "../articles/actions/article-reason-dialogs.tsx";
import { ScheduleDialog } from "../articles/actions/schedule-dialog.tsx";
import type { ReviewedArticle } from "../articles/article-data.ts";
import type { Decision } from "./use-decision.ts";

/** The questions behind the buttons. */
export function DecideDialogs({ data, decision }: { data: ReviewedArticle; decision: Decision }) {
  const { dialog, isBusy, closeDialog } = decision;
  return (
    <>
      <ArticleReasonDialogs
        dialog={dialog}
        pending={isBusy}
        onReturn={decision.returnIt}
        onWithdraw={decision.withdraw}
        onClose={closeDialog}
      />
      <ScheduleDialog
        open={dialog === "schedule"}
        scheduledAt={data.article.scheduledAt}
        pending={isBusy}
        onConfirm={decision.schedule}
        onClose={closeDialog}
      />
    </>
  );
}
