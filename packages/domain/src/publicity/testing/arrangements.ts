import type { WorkingCalendar, WorkingYear } from "../working-calendar.ts";

function yearOf(daysOff: string, swappedIn: string): WorkingYear {
  return { daysOff: new Set(daysOff.split(" ")), swappedIn: new Set(swappedIn.split(" ")) };
}

/** The State Council's arrangements of 2025 and 2026, weekdays off and weekends worked; 2027 is not announced yet. */
export const arrangements: WorkingCalendar = new Map([
  [
    2025,
    yearOf(
      "2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01 2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08",
      "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11",
    ),
  ],
  [
    2026,
    yearOf(
      "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07",
      "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10",
    ),
  ],
]);
