import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";

/** Holds off a sign-in of the person under way: it comes out before us, or after us and finds what we changed. */
async function lockPerson(tx: Tx, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`;
}

/** Open now, those that were given a moment more included. */
const stillOpen = (userId: string, now: Date) => ({ userId, OR: [{ endedAt: null }, { endedAt: { gt: now } }] });

/** Ends every session of a person that is open when the caller's office transaction commits. */
export async function endSessions(tx: Tx, userId: string, now: Date): Promise<{ ended: number }> {
  await lockPerson(tx, userId);
  const { count } = await tx.userSession.updateMany({ where: stillOpen(userId, now), data: { endedAt: now } });
  return { ended: count };
}

/** Requests that were under way with the old cookie when the new one was set are still answered. */
const graceMs = 10_000;

/**
 * Ends every session but one, and lets that one go on under a new id: its device is handed a new cookie with it, and
 * whoever copied the old one is out as well. Returns the new id, or `null` when the session had ended already.
 */
export async function endOtherSessions(
  tx: Tx,
  kept: { userId: string; sessionId: string },
  now: Date,
): Promise<string | null> {
  const { userId, sessionId } = kept;
  await lockPerson(tx, userId);
  const present = await tx.userSession.findFirst({ where: { id: sessionId, userId, endedAt: null } });
  await tx.userSession.updateMany({ where: stillOpen(userId, now), data: { endedAt: now } });
  if (!present) return null;
  const endedAt = new Date(now.getTime() + graceMs);
  await tx.userSession.update({ where: { id: sessionId }, data: { endedAt } });
  const renewed = { ...present, id: newId(), createdAt: now, lastSeenAt: now };
  await tx.userSession.create({ data: renewed });
  return renewed.id;
}
