const awayCodes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOENT",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "53300",
]);

/** Whether an error, or one of its causes, says that the database can't be reached right now. */
export function isDatabaseAway(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 6; depth += 1) {
    // Drivers put these on their errors; both are checked before use.
    const { code, meta } = current as Error & { code?: unknown; meta?: { driverAdapterError?: unknown } };
    if (typeof code === "string" && awayCodes.has(code)) return true;
    if (
      /connection (?:terminated|timeout)|timeout exceeded when trying to connect|server closed|DatabaseNotReachable/iu.test(
        current.message,
      )
    )
      return true;
    current = current.cause ?? meta?.driverAdapterError;
  }
  return false;
}
