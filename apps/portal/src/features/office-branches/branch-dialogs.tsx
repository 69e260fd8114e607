"use client";

import { Modal } from "antd";
import { useTranslations } from "next-intl";
import type { BranchDialog, OfficeBranch } from "./branch-data.ts";
import { CloseForm } from "./close-form.tsx";
import { DomainForm } from "./domain-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { RenameForm } from "./rename-form.tsx";

type BranchDialogsProps = { data: OfficeBranch; dialog: BranchDialog; onClose: () => void };

/** Whichever of the page's dialogs is open; after somebody else's change it goes on with the branch as it is now. */
export function BranchDialogs({ data, dialog, onClose }: BranchDialogsProps) {
  const t = useTranslations("office-branches");
  const { branch } = data;
  const titles: Record<BranchDialog, string> = {
    rename: t("rename.title"),
    domain: t("domain.title"),
    suspend: t("close.suspendTitle", { name: branch.name }),
    archive: t("close.archiveTitle", { name: branch.name }),
    merge: t("merge.title", { name: branch.name }),
  };
  return (
    <Modal open onCancel={onClose} title={titles[dialog]} footer={null} destroyOnHidden>
      {dialog === "rename" && <RenameForm branch={branch} onDone={onClose} />}
      {dialog === "domain" && <DomainForm branch={branch} onDone={onClose} />}
      {(dialog === "suspend" || dialog === "archive") && <CloseForm branch={branch} deed={dialog} onDone={onClose} />}
      {dialog === "merge" && <MergeForm branch={branch} onDone={onClose} />}
    </Modal>
  );
}
