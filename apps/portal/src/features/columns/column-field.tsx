"use client";

import { type ReactNode, useId } from "react";

/** What a control needs to belong to its label, hint and error. */
export type FieldControl = { id: string; "aria-invalid": boolean; "aria-describedby": string; status: "" | "error" };

type ColumnFieldProps = {
  label: string;
  hint?: ReactNode;
  /** Present when what is filled in doesn't do. */
  error?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

/** A labelled control with its hint and its error. */
export function ColumnField({ label, hint, error, children }: ColumnFieldProps) {
  const id = useId();
  const invalid = error !== undefined;
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children({
        id,
        "aria-invalid": invalid,
        "aria-describedby": `${id}-hint ${id}-error`,
        status: invalid ? "error" : "",
      })}
      <p id={`${id}-hint`} className="mt-1 text-[13px] text-ink-soft empty:hidden">
        {hint}
      </p>
      <p id={`${id}-error`} role="alert" className="mt-1 text-bad empty:hidden">
        {error}
      </p>
    </div>
  );
}
