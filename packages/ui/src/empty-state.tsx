import type { ReactNode } from "react";

type EmptyStateProps = {
  title: ReactNode;
  /** What will be here, and who makes it appear. */
  hint?: ReactNode;
  action?: ReactNode;
  /** `h1` where nothing else is on the page. */
  titleAs?: "p" | "h1";
};

/** What a list shows when nothing is in it: never a dead end. */
export function EmptyState({ title, hint, action, titleAs: Title = "p" }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center px-6 py-12 text-center">
      <svg
        viewBox="0 0 64 48"
        className="mb-3 h-12 w-16 text-line-strong"
        fill="none"
        stroke="currentColor"
        aria-hidden
      >
        <path d="M12 6h40a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3Z" strokeWidth="1.5" />
        <path d="M17 16h18M17 24h30M17 32h22" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
      <Title className="text-[15px] font-medium">{title}</Title>
      {hint !== undefined && <p className="mt-1 max-w-sm text-ink-soft text-pretty">{hint}</p>}
      {action !== undefined && <div className="mt-4">{action}</div>}
    </div>
  );
}
