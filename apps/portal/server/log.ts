/** The server's log: a sentence and what it is about, never personal data. An `error` among the details is described. */
export type Log = Readonly<Record<"info" | "warn" | "error", (message: string, details?: LogDetails) => void>>;

export type LogDetails = Readonly<Record<string, unknown>>;

function described(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: described(cause) }) };
}

/** A log of JSON lines, one an event. */
export function jsonLog(write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (message: string, details: LogDetails = {}) => {
      const entries = Object.entries(details).map(([name, value]) => [name, described(value)]);
      write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...Object.fromEntries(entries) })}\n`);
    };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

/**
 * Calls through at most once in `ms`, telling how many calls were left out since: for trouble that repeats itself
 * many times a second, as that of a queue without its database.
 */
export function atMostEvery<T>(
  ms: number,
  report: (value: T, leftOut: number) => void,
  now = Date.now,
): (value: T) => void {
  let nextAt = 0;
  let leftOut = 0;
  return (value) => {
    if (now() < nextAt) {
      leftOut += 1;
      return;
    }
    report(value, leftOut);
    nextAt = now() + ms;
    leftOut = 0;
  };
}
