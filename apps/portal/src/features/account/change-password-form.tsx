"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { passwordLengthMin } from "@zhibu/domain/tenancy/passwords";
import { Notice } from "@zhibu/ui/notice";
import { PasswordField } from "@zhibu/ui/password-field";
import { SubmitButton } from "@zhibu/ui/submit-button";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { type ChangePasswordForm as Fields, changePasswordSchema } from "./change-password-schema.ts";
import { usePasswordFieldText } from "./use-password-field-text.ts";

type ChangePasswordFormProps = {
  loginName: string;
  /** The password to replace was handed out by the office. */
  first: boolean;
  onChanged: () => void;
};

const empty: Fields = { currentPassword: "", newPassword: "", repeat: "" };

/** Three passwords; what is wrong is said below the field it is about. */
export function ChangePasswordForm({ loginName, first, onChanged }: ChangePasswordFormProps) {
  const t = useTranslations("account");
  const fieldText = usePasswordFieldText();
  const errorText = useErrorText();
  const form = useForm<Fields>({ resolver: zodResolver(changePasswordSchema(loginName)), defaultValues: empty });
  const { errors } = form.formState;
  const change = useMutation(
    useTRPC().account.changePassword.mutationOptions({
      onSuccess: () => {
        form.reset(empty);
        onChanged();
      },
    }),
  );
  const submit = form.handleSubmit(({ currentPassword, newPassword }) =>
    change.mutate({ currentPassword, newPassword }),
  );
  const toggleLabels = { show: t("passwordToggle.show"), hide: t("passwordToggle.hide") };

  return (
    // Sent before the script has arrived, a form without a method would put the passwords into the address.
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      {change.isError && (
        <Notice tone="bad" role="alert">
          {errorText(change.error)}
        </Notice>
      )}
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
      <PasswordField
        {...form.register("currentPassword")}
        label={first ? t("changePassword.currentFirst") : t("changePassword.current")}
        // Whoever sees the form came, or asked, for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        autoComplete="current-password"
        maxLength={128}
        toggleLabels={toggleLabels}
        error={fieldText(errors.currentPassword)}
      />
      <PasswordField
        {...form.register("newPassword")}
        label={t("changePassword.next")}
        hint={t("changePassword.nextHint", { min: passwordLengthMin })}
        autoComplete="new-password"
        maxLength={128}
        toggleLabels={toggleLabels}
        error={fieldText(errors.newPassword)}
      />
      <PasswordField
        {...form.register("repeat")}
        label={t("changePassword.repeat")}
        autoComplete="new-password"
        maxLength={128}
        toggleLabels={toggleLabels}
        error={fieldText(errors.repeat)}
      />
      {first && <p className="text-ink-soft">{t("changePassword.effect")}</p>}
      <SubmitButton busy={change.isPending}>
        {change.isPending ? t("changePassword.submitting") : t("changePassword.submit")}
      </SubmitButton>
    </form>
  );
}
