import { withOffice } from "@zhibu/db/scope";
import { type HandOver, handOverMail } from "./hand-over-mail.ts";
import type { MailSettings } from "./mail-settings.ts";

/** Minutes until the next try after each one that failed for the moment; after the last the mail has failed. */
const retryMinutes = [1, 5, 15, 60, 180, 360, 720];
/** After this long a claim belongs to a process that died; a conversation with the server is cut off long before. */
const claimMs = 10 * 60_000;
const minuteMs = 60_000;
const perRunMax = 500;

type Claimed = { id: string; address: string; subject: string; text: string; attempts: number };

/**
 * Hands over what waits. A mail is claimed, and the claim committed, before the server hears of it: a process that dies in
 * between leaves a mail nobody can know the fate of, and such a one is never sent again by itself.
 * Any number of workers may run at once. Returns how many were sent.
 */
export async function deliverMails(settings: MailSettings, now: () => Date): Promise<number> {
  await giveUpLostClaims(now());
  let sent = 0;
  for (let handled = 0; handled < perRunMax; handled += 1) {
    const mail = await claimOne(now());
    if (!mail) break;
    const outcome = await handOverMail(settings, mail);
    await settle(mail, outcome, now());
    if (outcome.kind === "sent") sent += 1;
  }
  return sent;
}

async function claimOne(now: Date): Promise<Claimed | undefined> {
  const rows = await withOffice(
    (tx) => tx.$queryRaw<Claimed[]>`
      UPDATE mail SET state = 'sending', attempts = attempts + 1, next_at = ${new Date(now.getTime() + claimMs)}
      WHERE id = (
        SELECT id FROM mail WHERE state = 'pending' AND next_at <= ${now} ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      RETURNING id, address, subject, text, attempts`,
  );
  return rows[0];
}

async function giveUpLostClaims(now: Date): Promise<void> {
  await withOffice((tx) =>
    tx.mail.updateMany({ where: { state: "sending", nextAt: { lte: now } }, data: { state: "uncertain" } }),
  );
}

/** Notes what became of it. Who was slow past the claim's time still knows better than the guess. */
async function settle(mail: Claimed, outcome: HandOver, now: Date): Promise<void> {
  await withOffice((tx) =>
    tx.mail.updateMany({
      where: { id: mail.id, state: { in: ["sending", "uncertain"] } },
      data: afterwards(mail, outcome, now),
    }),
  );
}

function afterwards({ attempts }: Claimed, outcome: HandOver, now: Date) {
  switch (outcome.kind) {
    case "sent":
      // The words may hold a one-time link; they are with their reader now.
      return { state: "sent", sentAt: now, error: "", text: "" } as const;
    case "refused":
      return { state: "failed", error: outcome.error } as const;
    case "unknown":
      return { state: "uncertain", error: outcome.error } as const;
    case "later": {
      const minutes = retryMinutes[attempts - 1];
      if (minutes === undefined) return { state: "failed", error: outcome.error } as const;
      return { state: "pending", error: outcome.error, nextAt: new Date(now.getTime() + minutes * minuteMs) } as const;
    }
  }
}
