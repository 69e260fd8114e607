/** Minutes since the epoch that were asked about: when the page answered, and when it did not. In any order. */
export type ProbedMinutes = { reached: readonly number[]; lost: readonly number[] };

/** Minutes in a row; `until` is the first instant after them. */
export type MinuteSpan = { from: Date; until: Date; minutes: number };

/** What is known of a page over a period, by whole minutes: each was reached, lost, or nobody asked. */
export type Reachability = {
  minutes: number;
  reached: number;
  lost: number;
  /** Minutes without a record: the probe itself did not run, so nothing is known of them. */
  unknown: number;
  firstReached: Date | null;
  lastReached: Date | null;
  lostSpans: readonly MinuteSpan[];
  unknownSpans: readonly MinuteSpan[];
};

const minuteMs = 60_000;

/** The minute an instant lies in, counted from the epoch. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / minuteMs);
}

/** The instant a minute begins. */
export function startOfMinute(minute: number): Date {
  return new Date(minute * minuteMs);
}

/**
 * What the probes say of the whole minutes of a period, `until` not included. A minute both reached and lost counts as
 * lost; one nobody asked about is told apart from both, for silence proves neither.
 */
export function reachability(period: { from: Date; until: Date }, probed: ProbedMinutes): Reachability {
  const first = Math.ceil(period.from.getTime() / minuteMs);
  const end = Math.max(first, minuteOf(period.until));
  const within = (minute: number) => minute >= first && minute < end;
  const lost = new Set(probed.lost.filter(within));
  const reached = new Set(probed.reached.filter((minute) => within(minute) && !lost.has(minute)));
  const inOrder = [...reached].toSorted((a, b) => a - b);
  const unknown: number[] = [];
  for (let minute = first; minute < end; minute += 1)
    if (!lost.has(minute) && !reached.has(minute)) unknown.push(minute);
  return {
    minutes: end - first,
    reached: reached.size,
    lost: lost.size,
    unknown: unknown.length,
    firstReached: instantOf(inOrder[0]),
    lastReached: instantOf(inOrder.at(-1)),
    lostSpans: spansOf([...lost].toSorted((a, b) => a - b)),
    unknownSpans: spansOf(unknown),
  };
}

function instantOf(minute: number | undefined): Date | null {
  return minute === undefined ? null : startOfMinute(minute);
}

/** Minutes in ascending order, joined where one follows the other. */
function spansOf(minutes: readonly number[]): MinuteSpan[] {
  const spans: { first: number; end: number }[] = [];
  for (const minute of minutes) {
    const last = spans.at(-1);
    if (last?.end === minute) last.end += 1;
    else spans.push({ first: minute, end: minute + 1 });
  }
  return spans.map(({ first, end }) => ({
    from: startOfMinute(first),
    until: startOfMinute(end),
    minutes: end - first,
  }));
}
