"use client";

import { Modal } from "antd";
import { useTranslations } from "next-intl";
import type { HeldPost, OfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { AppointForm } from "./appoint-form.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { DisableForm } from "./disable-form.tsx";
import { EditForm } from "./edit-form.tsx";
import { EndTermForm } from "./end-term-form.tsx";
import { LinkForm } from "./link-form.tsx";

export type PersonDialog =
  | { type: "edit" }
  | { type: "appoint"; renew?: HeldPost }
  | { type: "end"; post: HeldPost }
  | { type: "link" }
  | { type: "totp" }
  | { type: "disable" }
  | { type: "enable" };

type PersonDialogsProps = { person: OfficePerson; dialog: PersonDialog; onClose: () => void };

/** Whichever of the page's dialogs is open. */
export function PersonDialogs({ person, dialog, onClose }: PersonDialogsProps) {
  const t = useTranslations("office-people.dialog");
  const name = person.person.displayName;
  const titles: Record<PersonDialog["type"], string> = {
    edit: t("editTitle", { name }),
    appoint: t("appointTitle", { name }),
    end: t("endTitle"),
    link: t(person.account.hasPassword ? "resetTitle" : "inviteTitle", { name }),
    totp: t("totpTitle", { name }),
    disable: t("disableTitle", { name }),
    enable: t("enableTitle", { name }),
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={titles[dialog.type]} destroyOnHidden>
      <DialogContent person={person} dialog={dialog} onClose={onClose} />
    </Modal>
  );
}

function DialogContent({ person, dialog, onClose }: PersonDialogsProps) {
  switch (dialog.type) {
    case "edit":
      return <EditForm person={person} onClose={onClose} />;
    case "appoint":
      return <AppointForm person={person} renew={dialog.renew ?? null} onClose={onClose} />;
    case "end":
      return <EndTermForm person={person} post={dialog.post} onClose={onClose} />;
    case "link":
      return <LinkForm person={person} onClose={onClose} />;
    case "disable":
      return <DisableForm person={person} onClose={onClose} />;
    default:
      return <ConfirmForm person={person} what={dialog.type} onClose={onClose} />;
  }
}
