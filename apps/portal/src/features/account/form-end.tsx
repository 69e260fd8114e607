"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "@zhibu/ui/submit-button";

type FormEndProps = { busy: boolean; submit: string; onCancel: (() => void) | undefined };

/** The buttons below a form: its deed, and the way back where there is one. */
export function FormEnd({ busy, submit, onCancel }: FormEndProps) {
  const t = useTranslations("common");
  return (
    <div className="space-y-2">
      <SubmitButton busy={busy}>{submit}</SubmitButton>
      {onCancel && (
        <button
          type="button"
          onClick={onCancel}
          className="flex h-[var(--field-height,2.75rem)] w-full items-center justify-center rounded-md hover:bg-neutral-soft"
        >
          {t("cancel")}
        </button>
      )}
    </div>
  );
}
