import type { ReactNode } from "react";

type PanelProps = {
  /** Shown as the panel's `h2`; without it the content must have a heading or a name of its own. */
  title?: ReactNode;
  description?: ReactNode;
  extra?: ReactNode;
  /** Content that brings its own padding, such as a table. */
  flush?: boolean;
  children: ReactNode;
};

/** A white sheet on the grey ground: what belongs together stands on one. */
export function Panel({ title, description, extra, flush = false, children }: PanelProps) {
  return (
    <section className="mb-4 overflow-hidden rounded-lg border border-line bg-surface">
      {title !== undefined && (
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 pt-4 md:px-5">
          <div className="min-w-0">
            <h2 className="text-[15px] leading-6 font-semibold">{title}</h2>
            {description !== undefined && <p className="mt-0.5 text-ink-soft">{description}</p>}
          </div>
          {extra}
        </div>
      )}
      <div className={flush ? "pt-3" : "p-4 md:px-5"}>{children}</div>
    </section>
  );
}
