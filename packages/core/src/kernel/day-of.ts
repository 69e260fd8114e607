/** The calendar day (`YYYY-MM-DD`) of a date column, which the driver hands over as midnight UTC of that day. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function optionalDayOf(date: Date | null): string | null {
  return date && dayOf(date);
}

/** What a date column is given for a calendar day. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function optionalDateOf(day: string | null): Date | null {
  return day === null ? null : dateOf(day);
}
