import { z } from "zod";

/** A calendar day of Asia/Shanghai (`YYYY-MM-DD`) in the years people hold offices in; days compare as text. */
export const daySchema = z.iso.date().refine((day) => day >= "1900-01-01" && day <= "2199-12-31", { error: "range" });

/** The day some days after (or, with a negative number, before) another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
