import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence on what the page is for, or where its subject stands. */
  description?: ReactNode;
  /** The page's own actions, the main one last. */
  actions?: ReactNode;
};

/** The one `h1` of a page with its actions; on a phone the actions wrap below the title. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 md:mb-5">
      <div className="min-w-0 max-w-full">
        <h1 className="text-xl leading-8 font-semibold text-balance break-words">{title}</h1>
        {description !== undefined && <p className="mt-0.5 text-ink-soft">{description}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
