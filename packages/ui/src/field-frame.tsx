import type { ReactNode } from "react";

export type FieldText = {
  label: ReactNode;
  /** Something above says it already; screen readers still hear it. */
  hiddenLabel?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
};

/** What an input names to be read out with it: its error first, then its hint. */
export function describedBy(id: string, { hint, error }: FieldText): { "aria-describedby"?: string } {
  const ids = [error === undefined ? "" : `${id}-error`, hint === undefined ? "" : `${id}-hint`].join(" ").trim();
  return ids === "" ? {} : { "aria-describedby": ids };
}

/** The box around a native input in antd's look; it shows focus and error for the input inside. */
export const fieldBox =
  "flex rounded-md border bg-surface transition-colors focus-within:border-brand focus-within:ring-3 focus-within:ring-brand/12";

/** Label above, hint between, error below. */
export function FieldFrame({ id, text, children }: { id: string; text: FieldText; children: ReactNode }) {
  const { label, hiddenLabel = false, hint, error } = text;
  return (
    <div>
      <label htmlFor={id} className={hiddenLabel ? "sr-only" : "mb-1 block font-medium"}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mb-1.5 text-[13px] text-ink-soft">
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="mt-1.5 text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
