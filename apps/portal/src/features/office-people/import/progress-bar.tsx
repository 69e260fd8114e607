type ProgressBarProps = { label: string; done: number; total: number };

/** How much of a known amount is done, in words and as a bar. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  return (
    <div>
      <p aria-live="polite" className="mb-1.5 font-medium">
        {label}
      </p>
      <progress
        value={done}
        max={Math.max(total, 1)}
        aria-label={label}
        className="block h-2.5 w-full overflow-hidden rounded-full bg-neutral-soft [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-brand [&::-webkit-progress-value]:transition-[inline-size] [&::-webkit-progress-value]:duration-500"
      />
    </div>
  );
}
