"use client";

import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { PasswordField } from "@zhibu/ui/password-field";

type CurrentPasswordFieldProps = { loginName: string; ref: Ref<HTMLInputElement>; focused?: boolean };

/** The account's password, asked again before something that guards it changes. */
export function CurrentPasswordField({ loginName, ref, focused = false }: CurrentPasswordFieldProps) {
  const t = useTranslations("account");
  return (
    <>
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
      <PasswordField
        ref={ref}
        label={t("totp.password")}
        name="password"
        autoComplete="current-password"
        maxLength={128}
        // Only where the form was opened for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={focused}
        toggleLabels={{ show: t("passwordToggle.show"), hide: t("passwordToggle.hide") }}
      />
    </>
  );
}
