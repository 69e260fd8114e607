const parts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
});

/** An instant as the value of a `datetime-local` input, in Asia/Shanghai whatever the device's zone is. */
export function toShanghaiInput(instant: Date | null): string {
  return instant === null ? "" : parts.format(instant).replace(" ", "T");
}

/** What such an input holds as an ISO instant; null while it is empty or half filled in. */
export function fromShanghaiInput(value: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) return null;
  const instant = new Date(`${value}:00+08:00`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** Half past eight the next morning, when people read. */
export function tomorrowMorning(now: Date): string {
  return `${toShanghaiInput(new Date(now.getTime() + 86_400_000)).slice(0, 10)}T08:30`;
}
