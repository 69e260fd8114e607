"use client";

import type { ReactNode } from "react";

/** Fixed above a phone's menu, where a thumb reaches it; leaves room for itself at the page's end. */
export function ThumbBar({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="h-16 md:hidden" aria-hidden />
      <div className="fixed inset-x-0 bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-3 py-2 md:hidden">
        {children}
      </div>
    </>
  );
}
