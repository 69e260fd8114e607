"use client";

import { App, Button } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useState } from "react";

/** The form and its rules weigh as much as the rest of the page; they come when they are asked for. */
const ChangePasswordForm = dynamic(() => import("./change-password-form.tsx").then((file) => file.ChangePasswordForm), {
  ssr: false,
});

/** A button that becomes the form, and a button again when the password is changed. */
export function ChangeMyPassword({ loginName }: { loginName: string }) {
  const t = useTranslations();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  function done(): void {
    setOpen(false);
    void message.success(t("account.changePassword.done"));
  }
  if (!open) return <Button onClick={() => setOpen(true)}>{t("account.changePassword.title")}</Button>;
  return (
    <div className="max-w-sm space-y-3">
      <ChangePasswordForm loginName={loginName} first={false} onChanged={done} />
      <Button type="text" block onClick={() => setOpen(false)}>
        {t("common.cancel")}
      </Button>
    </div>
  );
}
