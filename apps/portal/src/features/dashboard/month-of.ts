const monthFormat = new Intl.DateTimeFormat("en", { timeZone: "Asia/Shanghai", month: "numeric" });

/** The month's number, 1 to 12, in Asia/Shanghai. */
export function monthOf(instant: Date): number {
  return Number(monthFormat.format(instant));
}
