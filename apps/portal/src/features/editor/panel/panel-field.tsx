"use client";

import type { ReactNode } from "react";

type PanelFieldProps = { id: string; label: string; hint?: ReactNode; children: ReactNode };

/** A labelled line of the side panel. */
export function PanelField({ id, label, hint, children }: PanelFieldProps) {
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block text-[13px] font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The look of the browser's own fields in the panel; large enough for a thumb on a phone. */
export const panelInput =
  "h-10 w-full rounded-md border border-line-strong bg-surface px-2.5 text-base read-only:bg-neutral-soft disabled:bg-neutral-soft md:h-8 md:text-sm";
