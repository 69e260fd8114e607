import type { Tx } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { dateOf } from "../../kernel/day-of.ts";

/** Two who take the office from each other at the same moment do so one after the other. */
export async function lockOfficeHolders(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('officeHolders', 0))::text`;
}

/**
 * Somebody must be left who can appoint: on each of the days, an enabled person holds the office.
 * Called after the change, in its transaction, under the lock of `lockOfficeHolders`.
 * @throws AppError CONFLICT, which undoes the change.
 */
export async function assertOfficeHeld(tx: Tx, days: readonly string[]): Promise<void> {
  for (const day of days) {
    const date = dateOf(day);
    const holder = await tx.collegeRole.findFirst({
      where: {
        role: "office",
        startsOn: { lte: date },
        OR: [{ endsOn: null }, { endsOn: { gte: date } }],
        user: { disabledAt: null },
      },
      select: { id: true },
    });
    if (!holder) throw new AppError("CONFLICT", "person.lastOfficer");
  }
}
