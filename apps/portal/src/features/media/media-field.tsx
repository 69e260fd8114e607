"use client";

import { Input } from "antd";
import { type ReactNode, useId } from "react";
import { useController, useFormContext } from "react-hook-form";
import type { MediaTexts } from "@zhibu/domain/media/media-inputs";

type MediaFieldProps = {
  name: keyof MediaTexts;
  label: string;
  hint?: ReactNode;
  /** Shown when what is typed doesn't fit. */
  error: string;
  suffix?: string;
  rows?: number;
};

/** One text of an item with its label, hint and error. */
export function MediaField({ name, label, hint, error, rows = 1, suffix }: MediaFieldProps) {
  const id = useId();
  const { control } = useFormContext<MediaTexts>();
  const { field, fieldState } = useController({ control, name });
  const shared = {
    id,
    "aria-invalid": fieldState.invalid,
    "aria-describedby": `${id}-hint ${id}-error`,
  };
  const status = fieldState.invalid ? "error" : "";
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {rows > 1 ? (
        <Input.TextArea {...field} {...shared} status={status} autoSize={{ minRows: rows, maxRows: 6 }} />
      ) : (
        <Input {...field} {...shared} status={status} suffix={suffix} className="max-md:[&_input]:min-h-0" />
      )}
      <p id={`${id}-hint`} className="mt-1 text-[13px] text-ink-soft empty:hidden">
        {hint}
      </p>
      <p id={`${id}-error`} className="mt-1 text-bad empty:hidden">
        {fieldState.invalid && error}
      </p>
    </div>
  );
}
