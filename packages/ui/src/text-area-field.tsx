"use client";

import { type Ref, type TextareaHTMLAttributes, useId } from "react";
import { describedBy, fieldBox, FieldFrame, type FieldText } from "./field-frame.tsx";

type TextAreaFieldProps = FieldText &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className"> & { ref?: Ref<HTMLTextAreaElement> };

/** A labelled native text area that grows with its text where the browser can. */
export function TextAreaField({ label, hiddenLabel = false, hint, error, ref, ...input }: TextAreaFieldProps) {
  const id = useId();
  const text = { label, hiddenLabel, hint, error };
  return (
    <FieldFrame id={id} text={text}>
      <div className={`${fieldBox} ${error === undefined ? "border-line-strong" : "border-bad"}`}>
        <textarea
          {...input}
          {...describedBy(id, text)}
          ref={ref}
          id={id}
          aria-invalid={error !== undefined}
          className="field-sizing-content max-h-96 min-h-28 w-full resize-y rounded-md bg-transparent px-3 py-2 text-base outline-none md:text-[length:var(--field-text,15px)]"
        />
      </div>
    </FieldFrame>
  );
}
