import { withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { deliverCopy, giveUpCopy } from "./deliver-copy.ts";
import { inParallel } from "./in-parallel.ts";

/** Deliveries meet at the college's one site version; more hands than this only queue there. */
export const deliveryHands = 4;

/**
 * Brings a push to every branch that still waits for it, each in its own transaction: cut short, it goes on where it
 * stopped. One branch's trouble is that branch's: it is marked failed and the others go on. Returns how many were due.
 */
export async function deliverPush(pushId: string, now: () => Date): Promise<number> {
  const waiting = await withOffice((tx) =>
    tx.pushCopy.findMany({
      where: { pushId, state: "waiting", push: { state: "active" } },
      select: { tenantId: true },
      orderBy: { tenantId: "asc" },
    }),
  );
  await inParallel(waiting, deliveryHands, ({ tenantId }) =>
    // Tenant ids from the rows themselves: the job works for the branches the push names.
    deliverOrGiveUp(pushId, tenantId as TenantId, now),
  );
  return waiting.length;
}

async function deliverOrGiveUp(pushId: string, tenantId: TenantId, now: () => Date): Promise<void> {
  try {
    await deliverCopy(pushId, tenantId, now);
  } catch (error) {
    // The database is away: the job comes again for all that is left.
    if (error instanceof AppError) throw error;
    await deliverCopy(pushId, tenantId, now).catch(() => giveUpCopy(pushId, tenantId, now));
  }
}
