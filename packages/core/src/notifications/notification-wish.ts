import { type Tx, withOffice } from "@zhibu/db/scope";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { defaultWish, type MailWish, type SaveWishInput } from "@zhibu/domain/notifications/notification-inputs";
import { auditCollege } from "../audit/audit-college.ts";
import { mailSettings } from "./mail-settings.ts";
import type { ToldPerson } from "./told-person.ts";

/** How the person wants to be told by mail, and what a mail needs that may be missing. */
export async function getWish({ actor }: ToldPerson) {
  const { wish, user } = await withOffice(async (tx) => ({
    wish: await tx.notificationWish.findUnique({ where: { userId: actor.userId } }),
    user: await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } }),
  }));
  return {
    mail: wish?.mail ?? defaultWish.mail,
    digestHour: wish?.digestHour ?? defaultWish.digestHour,
    version: wish?.version ?? 0,
    /** `null` where the person has no address on record; the office keeps it. */
    address: user.email,
    sendsMail: mailSettings() !== null,
  };
}

type WishingPerson = { actor: { userId: string; displayName: string }; now: () => Date };

/**
 * Keeps the wish. Who turns to a mail for each line gets what comes from then on, not the heap before.
 * @throws AppError CONFLICT when it was changed on another device in between.
 */
export async function saveWish({ actor, now }: WishingPerson, input: SaveWishInput): Promise<{ version: number }> {
  const { userId } = actor;
  const { mail, digestHour, version } = input;
  const data = { mail, digestHour, lastDigestAt: now() };
  await withOffice(async (tx) => {
    await writeWish(tx, { userId, version, data });
    const deed = { actor, at: now(), action: "mailWish.save", changes: { mail, digestHour } };
    await auditCollege(tx, { type: "user", id: userId }, deed);
  });
  return { version: version + 1 };
}

type WrittenWish = {
  userId: string;
  version: number;
  data: { mail: MailWish; digestHour: number; lastDigestAt: Date };
};

async function writeWish(tx: Tx, { userId, version, data }: WrittenWish): Promise<void> {
  if (version === 0) {
    const first = { userId, ...data, version: 1 };
    const { count } = await tx.notificationWish.createMany({ data: [first], skipDuplicates: true });
    if (count === 1) return;
  }
  const { count } = await tx.notificationWish.updateMany({
    where: { userId, version },
    data: { ...data, version: version + 1 },
  });
  if (count !== 1) throw new AppError("CONFLICT", "changedMeanwhile");
}
