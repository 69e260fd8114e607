"use client";

import type { Finding } from "@zhibu/domain/checks/finding";
import { ArticleReasonDialogs } from "../../articles/actions/article-reason-dialogs.tsx";
import { ScheduleDialog } from "../../articles/actions/schedule-dialog.tsx";
import { SelfCheckDialog } from "../dialogs/self-check-dialog.tsx";
import type { ArticleActions } from "./use-article-actions.ts";

type ActionDialogsProps = {
  actions: ArticleActions;
  findings: readonly Finding[];
  scheduledAt: Date | null;
  onJump: (finding: Finding) => void;
};

/** The questions behind the buttons. */
export function ActionDialogs({ actions, findings, scheduledAt, onJump }: ActionDialogsProps) {
  const { dialog, isBusy, closeDialog } = actions;
  return (
    <>
      <SelfCheckDialog
        open={dialog === "submit"}
        findings={findings}
        pending={isBusy}
        onJump={(finding) => {
          closeDialog();
          onJump(finding);
        }}
        onSubmit={actions.submit}
        onClose={closeDialog}
      />
      <ScheduleDialog
        open={dialog === "schedule"}
        scheduledAt={scheduledAt}
        pending={isBusy}
        onConfirm={actions.schedule}
        onClose={closeDialog}
      />
      <ArticleReasonDialogs
        dialog={dialog}
        pending={isBusy}
        onReturn={actions.returnIt}
        onWithdraw={actions.withdraw}
        onClose={closeDialog}
      />
    </>
  );
}
