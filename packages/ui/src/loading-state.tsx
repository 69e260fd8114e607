/** Grey lines where a list will be; `label` is what a screen reader hears meanwhile. */
export function LoadingState({ label, rows = 4 }: { label: string; rows?: number }) {
  return (
    <output className="block animate-pulse px-4 py-4 md:px-5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-4 py-2.5" aria-hidden>
          <div className={`h-3.5 rounded bg-neutral-soft ${row % 2 === 0 ? "w-3/5" : "w-2/5"}`} />
          <div className="ml-auto h-3.5 w-20 rounded bg-neutral-soft" />
        </div>
      ))}
    </output>
  );
}
