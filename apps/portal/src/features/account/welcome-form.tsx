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
import { type ChosenPassword, chosenPasswordSchema } from "./change-password-schema.ts";
import { usePasswordFieldText } from "./use-password-field-text.ts";

type WelcomeFormProps = { token: string; loginName: string; onChosen: () => void };

/** A password of one's own, twice; what is wrong is said below the field it is about. */
export function WelcomeForm({ token, loginName, onChosen }: WelcomeFormProps) {
  const t = useTranslations("account");
  const fieldText = usePasswordFieldText();
  const errorText = useErrorText();
  const redeem = useMutation(useTRPC().account.redeemLink.mutationOptions({ onSuccess: onChosen }));
  const form = useForm<ChosenPassword>({
    resolver: zodResolver(chosenPasswordSchema(loginName)),
    defaultValues: { newPassword: "", repeat: "" },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ newPassword }) => redeem.mutate({ token, newPassword }));
  const toggleLabels = { show: t("passwordToggle.show"), hide: t("passwordToggle.hide") };

  return (
    // Sent before the script has arrived, a form without a method would put the passwords into the address.
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      {redeem.isError && (
        <Notice tone="bad" role="alert">
          {errorText(redeem.error)}
        </Notice>
      )}
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
      <PasswordField
        {...form.register("newPassword")}
        label={t("welcome.password")}
        hint={t("changePassword.nextHint", { min: passwordLengthMin })}
        // Whoever opens the link came for this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        autoComplete="new-password"
        maxLength={128}
        toggleLabels={toggleLabels}
        error={fieldText(errors.newPassword)}
      />
      <PasswordField
        {...form.register("repeat")}
        label={t("welcome.repeat")}
        autoComplete="new-password"
        maxLength={128}
        toggleLabels={toggleLabels}
        error={fieldText(errors.repeat)}
      />
      <SubmitButton busy={redeem.isPending}>
        {redeem.isPending ? t("welcome.submitting") : t("welcome.submit")}
      </SubmitButton>
    </form>
  );
}
