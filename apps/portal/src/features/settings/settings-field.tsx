"use client";

import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useController, useFormContext } from "react-hook-form";
import type { BranchSettingsFields } from "@zhibu/domain/tenancy/settings-inputs";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { TextField } from "@zhibu/ui/text-field";
import type { SettingsFieldName } from "./settings-field-names.ts";

type SettingsFieldProps = {
  name: SettingsFieldName;
  /** What somebody else changed meanwhile, if they did. */
  theirs: Partial<BranchSettingsFields> | null;
  hint?: string;
  hiddenLabel?: boolean;
  /** More than one makes it a text area. */
  rows?: number;
  inputMode?: "tel" | "email";
  autoComplete?: string;
};

/** One labelled setting with its hint, its error, and the other person's version where the two differ. */
export function SettingsField({ name, theirs, rows = 1, ...shown }: SettingsFieldProps) {
  const t = useTranslations("settings");
  const { control } = useFormContext<BranchSettingsFields>();
  const { field, fieldState } = useController({ control, name });
  const shared = { ...field, ...shown, label: t(name), error: fieldState.invalid ? t(`invalid.${name}`) : undefined };
  const other = theirs?.[name];
  return (
    <div className="mb-5 last:mb-0">
      {rows > 1 ? <TextAreaField {...shared} rows={rows} /> : <TextField {...shared} />}
      {other !== undefined && other !== field.value && (
        <p className="mt-1.5 flex flex-wrap items-center gap-2 rounded-md bg-waiting-soft px-3 py-1.5 text-waiting">
          <span className="min-w-0 break-words">{t("theirs", { value: other || t("empty") })}</span>
          <Button size="small" onClick={() => field.onChange(other)}>
            {t("takeTheirs")}
          </Button>
        </p>
      )}
    </div>
  );
}
