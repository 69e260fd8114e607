"use client";

import { useTranslations } from "next-intl";
import type { FieldError } from "react-hook-form";
import { passwordLengthMin } from "@zhibu/domain/tenancy/passwords";

/** A schema's message is a key under `errors.`; what zod says of an empty field is not for people. */
export function usePasswordFieldText() {
  const t = useTranslations("errors");
  return (error: FieldError | undefined): string | undefined => {
    if (!error) return undefined;
    const key = error.message ?? "";
    return t.has(key) ? t(key, { min: passwordLengthMin }) : t("password.required");
  };
}
