"use client";

/** Opens the browser's own print dialog. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button
      type="button"
      onClick={() => globalThis.print()}
      className="h-9 rounded-md bg-brand px-4 font-medium text-white hover:bg-brand-strong"
    >
      {label}
    </button>
  );
}
