import { daySchema } from "../../kernel/calendar-day.ts";
import { cellText, type SheetCell } from "../../kernel/sheet-cell.ts";

/** 2026-01-05 · 2026/1/5 · 2026.1.5 · 2026年1月5日 · 20260105, with nothing or a time of midnight behind. */
const written = /^(\d{4})\s?([-/.年])\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?: 00?:00(?::00)?)?$/u;
const compact = /^(\d{4})(\d{2})(\d{2})$/u;

/** Serial numbers of the days 1990 to 2100: what a date becomes in a cell that lost its format. */
const serialDays = { min: 32_874, max: 73_415 } as const;
const serialEpoch = Date.UTC(1899, 11, 30);

/** A day in any of the ways people write one; `null` for what is none. The day exists, but may be in any century. */
export function readDay(cell: SheetCell): string | null {
  if (cell.kind === "date") return cell.day;
  if (cell.kind === "number" && cell.value >= serialDays.min && cell.value <= serialDays.max) {
    return isoDay(new Date(serialEpoch + Math.floor(cell.value) * 86_400_000));
  }
  const text = cellText(cell).normalize("NFKC");
  const [year, month, day] = compact.exec(text)?.slice(1) ?? writtenParts(text);
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && isoDay(date) === iso ? iso : null;
}

function writtenParts(text: string): (string | undefined)[] {
  const parts = written.exec(text);
  return parts ? [parts[1], parts[3], parts[4]] : [];
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Years in which somebody's term may begin or end; anything else is a slip of the finger. */
export function isLikelyDay(day: string): boolean {
  return daySchema.safeParse(day).success && day >= "1990-01-01" && day <= "2099-12-31";
}
