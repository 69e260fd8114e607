import type { ReactNode } from "react";

type ErrorStateProps = {
  title: ReactNode;
  /** What the person can do now. */
  hint?: ReactNode;
  action?: ReactNode;
};

/** A part of the screen that could not be loaded; announced to screen readers when it appears. */
export function ErrorState({ title, hint, action }: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-12 text-center">
      <svg viewBox="0 0 24 24" className="mb-3 size-9 text-bad" fill="none" stroke="currentColor" aria-hidden>
        <circle cx="12" cy="12" r="9" strokeWidth="1.5" />
        <path d="M12 7.5v5.5M12 16.2v.3" strokeWidth="1.8" strokeLinecap="round" />
      </svg>
      <p className="text-[15px] font-medium">{title}</p>
      {hint !== undefined && <p className="mt-1 max-w-md text-ink-soft text-pretty">{hint}</p>}
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}
