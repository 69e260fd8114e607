import { newId } from "@zhibu/db/new-id";
import { withOffice } from "@zhibu/db/scope";
import { deviceWords } from "@zhibu/domain/tenancy/device-words";
import type { SessionMethod } from "@zhibu/domain/tenancy/session";
import type { SessionClaim } from "./load-actor.ts";

/** Header in which the front door hands on the client's address; it drops the same header from outside. */
export const clientAddressHeader = "x-zhibu-client-address";

/** Where a sign-in comes from, as the front door and the browser say. */
export type Device = { address: string | null; userAgent: string | null };

export function deviceOf(headers: Headers): Device {
  return { address: headers.get(clientAddressHeader), userAgent: headers.get("user-agent") };
}

/** Somebody who has proved who they are, and which of their passwords there was at that moment. */
export type VerifiedPerson = {
  userId: string;
  /** When the password of then was set, in milliseconds; `null` for a person without one. */
  passwordSetAt: number | null;
  method: SessionMethod;
};

/** How long the rows of ended sessions are kept. */
const keptDays = 90;

/**
 * Opens a session on a device; `null` when the person was disabled or their password changed since it was checked.
 * The share lock on the person lets `endSessions` come before or after, never in between.
 */
export async function openSession(person: VerifiedPerson, device: Device, now: Date): Promise<SessionClaim | null> {
  const { userId, method } = person;
  return withOffice(async (tx) => {
    await tx.$queryRaw`SELECT FROM app_user WHERE id = ${userId}::uuid FOR SHARE`;
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { disabledAt: true, credential: { select: { changedAt: true } } },
    });
    if (!user || user.disabledAt) return null;
    if ((user.credential?.changedAt.getTime() ?? null) !== person.passwordSetAt) return null;
    const longAgo = new Date(now.getTime() - keptDays * 86_400_000);
    await tx.userSession.deleteMany({ where: { userId, lastSeenAt: { lt: longAgo } } });
    const id = newId();
    const from = { address: device.address ?? "", agent: deviceWords(device.userAgent ?? "") };
    await tx.userSession.create({ data: { id, userId, method, createdAt: now, lastSeenAt: now, ...from } });
    return { userId, sessionId: id };
  });
}

/** Ends one session, for who signs out. */
export async function closeSession(claim: SessionClaim, now: Date): Promise<void> {
  const { userId, sessionId } = claim;
  await withOffice((tx) =>
    tx.userSession.updateMany({ where: { id: sessionId, userId, endedAt: null }, data: { endedAt: now } }),
  );
}
