"use client";

import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import { describedBy, fieldBox, FieldFrame, type FieldText } from "./field-frame.tsx";

type TextFieldProps = FieldText &
  Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className"> & {
    /** Stands inside the box at its right end, such as a button that shows a password. */
    trailing?: ReactNode;
    ref?: Ref<HTMLInputElement>;
  };

/** A labelled native input in the look of antd's, at a tenth of its script. */
export function TextField({ label, hiddenLabel = false, hint, error, trailing, ref, ...input }: TextFieldProps) {
  const id = useId();
  const text = { label, hiddenLabel, hint, error };
  return (
    <FieldFrame id={id} text={text}>
      <div
        className={`${fieldBox} h-[var(--field-height,2.75rem)] items-center ${error === undefined ? "border-line-strong" : "border-bad"}`}
      >
        <input
          {...input}
          {...describedBy(id, text)}
          ref={ref}
          id={id}
          aria-invalid={error !== undefined}
          className="h-full min-w-0 flex-1 rounded-md bg-transparent px-3 text-base outline-none read-only:text-ink-soft md:text-[length:var(--field-text,15px)]"
        />
        {trailing}
      </div>
    </FieldFrame>
  );
}
