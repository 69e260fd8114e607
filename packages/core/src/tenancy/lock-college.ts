import type { Tx } from "@zhibu/db/scope";

/**
 * The college of this database, or `null` while there is none; whoever is about to make one holds the lock until the end
 * of the caller's office transaction, so that of two at once the second finds the first one's.
 */
export async function lockCollege(tx: Tx): Promise<{ id: string; name: string } | null> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('college', 0))::text`;
  return tx.college.findFirst({ select: { id: true, name: true } });
}
