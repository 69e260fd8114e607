import type { ReactNode } from "react";

/** What a state asks of people, not which state it is: the caller maps states to tones. */
export type StatusTone = "neutral" | "waiting" | "info" | "good" | "bad" | "brand";

const tones: Record<StatusTone, string> = {
  neutral: "bg-neutral-soft text-ink-soft",
  waiting: "bg-waiting-soft text-waiting",
  info: "bg-info-soft text-info",
  good: "bg-good-soft text-good",
  bad: "bg-bad-soft text-bad",
  brand: "bg-brand-soft text-brand-strong",
};

/** A state as a word; the colour only repeats what the word says. */
export function StatusWord({ tone = "neutral", children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex items-center rounded px-1.5 py-0.5 text-xs leading-5 font-medium whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
