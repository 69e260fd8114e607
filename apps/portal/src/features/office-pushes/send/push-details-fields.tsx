"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { noteCharsMax } from "@zhibu/domain/articles/push/push-limits";
import { TextAreaField } from "@zhibu/ui/text-area-field";
import { pushColumns } from "../../pushes/column-name.ts";
import type { Choices } from "./choices.ts";
import { selectClass } from "./native-select.ts";

type PushDetailsFieldsProps = { choices: Choices; onChange: (change: Partial<Choices>) => void };

/** Where it appears in each branch, and what the office says to the branches' people. */
export function PushDetailsFields({ choices, onChange }: PushDetailsFieldsProps) {
  const t = useTranslations("office-pushes.form.details");
  const columnId = useId();
  return (
    <div className="grid max-w-2xl gap-4">
      <div>
        <label htmlFor={columnId} className="mb-1 block font-medium">
          {t("column")}
        </label>
        <p className="mb-1.5 text-[13px] text-ink-soft">{t("columnHint")}</p>
        <select
          id={columnId}
          className={selectClass}
          value={choices.columnKey}
          onChange={(event) => onChange({ columnKey: event.target.value })}
        >
          {pushColumns.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <TextAreaField
        label={t("note")}
        hint={t("noteHint")}
        value={choices.note}
        maxLength={noteCharsMax}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </div>
  );
}
