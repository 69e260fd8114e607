"use client";

import { Modal } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import type { ColumnItem, ColumnTree } from "@zhibu/core/columns/list-columns";

/** Forms and their rules weigh as much as the tree; they come when a dialog is opened. */
const AddColumnForm = dynamic(() => import("./add-column-form.tsx").then((file) => file.AddColumnForm));
const EditColumnForm = dynamic(() => import("./edit-column-form.tsx").then((file) => file.EditColumnForm));
const MoveColumnForm = dynamic(() => import("./move-column-form.tsx").then((file) => file.MoveColumnForm));

export type ColumnDialog =
  | { type: "add"; parentId: string | null }
  | { type: "edit"; column: ColumnItem }
  | { type: "move"; column: ColumnItem };

type ColumnDialogsProps = { branch: string; tree: ColumnTree; dialog: ColumnDialog | null; onClose: () => void };

/** Whichever of the screen's dialogs is open. */
export function ColumnDialogs({ branch, tree, dialog, onClose }: ColumnDialogsProps) {
  const t = useTranslations("columns.form");
  // After somebody else's change the dialog goes on with the column as it is now.
  const all = tree.sections.flatMap((section) => [section, ...section.children]);
  const fresh = (column: ColumnItem) => all.find(({ id }) => id === column.id) ?? column;
  const titles = {
    add: t("addTitle"),
    edit: t("editTitle"),
    move: dialog?.type === "move" ? t("moveTitle", { name: dialog.column.name }) : "",
  };
  return (
    <Modal
      open={dialog !== null}
      onCancel={onClose}
      footer={null}
      title={dialog && titles[dialog.type]}
      destroyOnHidden
    >
      {dialog?.type === "add" && (
        <AddColumnForm branch={branch} tree={tree} parentId={dialog.parentId} onDone={onClose} />
      )}
      {dialog?.type === "edit" && <EditColumnForm branch={branch} column={fresh(dialog.column)} onDone={onClose} />}
      {dialog?.type === "move" && (
        <MoveColumnForm branch={branch} tree={tree} column={fresh(dialog.column)} onDone={onClose} />
      )}
    </Modal>
  );
}
