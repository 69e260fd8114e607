import type { ReactNode } from "react";

type SubmitButtonProps = { busy: boolean; children: ReactNode };

/** The main button of a form without antd; stays focusable while busy, so that focus is not lost. */
export function SubmitButton({ busy, children }: SubmitButtonProps) {
  return (
    <button
      type="submit"
      aria-disabled={busy}
      aria-busy={busy}
      onClick={(event) => {
        if (busy) event.preventDefault();
      }}
      className="flex h-[var(--field-height,2.75rem)] w-full items-center justify-center rounded-md bg-brand px-4 text-[15px] font-medium text-white transition-colors hover:bg-brand-strong aria-disabled:cursor-progress aria-disabled:bg-brand-strong"
    >
      {children}
    </button>
  );
}
