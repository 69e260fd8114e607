/** One measured number of TARGETS.md. */
export type Figure = {
  /** Number of the target, such as `P1`. */
  target: string;
  what: string;
  value: number;
  unit: string;
  /** What was asked for; without it the figure stands beside others as information. */
  asked?: { atLeast: number } | { atMost: number };
  /** What it was measured against, in the same run. */
  reference?: string;
  note?: string;
};

export function isMet({ value, asked }: Figure): boolean | null {
  if (asked === undefined) return null;
  return "atLeast" in asked ? value >= asked.atLeast : value <= asked.atMost;
}

function askedText({ asked }: Figure): string {
  if (asked === undefined) return "";
  return "atLeast" in asked ? `≥ ${asked.atLeast}` : `≤ ${asked.atMost}`;
}

function number(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString("en") : String(Math.round(value * 100) / 100);
}

/** Prints a line a figure: target, whether it is met, what, value, what was asked for, reference and note. */
export function printFigures(figures: readonly Figure[]): void {
  for (const figure of figures) {
    const met = isMet(figure);
    const mark = met === null ? "    " : met ? "ok  " : "MISS";
    const value = `${number(figure.value)} ${figure.unit}`.padEnd(16);
    const extra = [figure.reference, figure.note].filter((text) => text !== undefined).join("; ");
    process.stdout.write(
      `${figure.target.padEnd(3)} ${mark} ${figure.what.padEnd(64)} ${value} ${askedText(figure).padEnd(10)} ${extra}\n`,
    );
  }
}

/** Progress, apart from the results. */
export function progress(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that `rank` percent of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1)] ?? Number.NaN;
}
