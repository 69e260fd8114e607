import { newId } from "@zhibu/db/new-id";
import { type Tx, withOffice } from "@zhibu/db/scope";
import { isNotificationKind } from "@zhibu/domain/notifications/kinds";
import { defaultWish } from "@zhibu/domain/notifications/notification-inputs";
import type { MailSettings } from "./mail-settings.ts";
import { notificationPath } from "./notification-path.ts";

/** A digest is read on a phone; who has more looks at the list. */
const linesMax = 40;
/** What nobody read in this time is no news any more: a server that was away for a month sends no heap. */
const freshDays = 7;
const dayMs = 86_400_000;
const peoplePerRun = 500;

type Person = { userId: string; address: string };

/**
 * Makes mails of what waits: one per line for who wants each, one a day at their hour for the others.
 * A line belongs to one mail at most, whatever crashes and however many workers run at once. Returns how many were made.
 */
export async function makeMails(settings: MailSettings, now: Date): Promise<number> {
  let made = 0;
  for (const person of await whoWantsEach(now)) made += await mailEach(settings, person, now);
  for (const person of await whoseDigestIsDue(now)) made += await mailDigest(settings, person, now);
  return made;
}

function freshSince(now: Date): Date {
  return new Date(now.getTime() - freshDays * dayMs);
}

function whoWantsEach(now: Date): Promise<Person[]> {
  return withOffice(
    (tx) => tx.$queryRaw<Person[]>`
      SELECT DISTINCT u.id AS "userId", u.email AS address
      FROM notification n
      JOIN notification_wish w ON w.user_id = n.user_id AND w.mail = 'each'
      JOIN app_user u ON u.id = n.user_id AND u.disabled_at IS NULL AND u.email IS NOT NULL
      WHERE n.mail_id IS NULL AND n.read_at IS NULL AND n.created_at > ${freshSince(now)}
        AND n.created_at > coalesce(w.last_digest_at, '-infinity')
      LIMIT ${peoplePerRun}`,
  );
}

/** The latest moment the person's hour struck, in SQL: `now` and the wish's hour in, an instant out. */
function whoseDigestIsDue(now: Date): Promise<Person[]> {
  return withOffice(
    (tx) => tx.$queryRaw<Person[]>`
      SELECT DISTINCT u.id AS "userId", u.email AS address
      FROM notification n
      LEFT JOIN notification_wish w ON w.user_id = n.user_id
      JOIN app_user u ON u.id = n.user_id AND u.disabled_at IS NULL AND u.email IS NOT NULL
      WHERE n.mail_id IS NULL AND n.read_at IS NULL AND n.created_at > ${freshSince(now)}
        AND coalesce(w.mail::text, ${defaultWish.mail}) = 'daily'
        AND coalesce(w.last_digest_at, '-infinity') < digest_struck(${now}, coalesce(w.digest_hour, ${defaultWish.digestHour}))
        AND n.created_at <= digest_struck(${now}, coalesce(w.digest_hour, ${defaultWish.digestHour}))
      LIMIT ${peoplePerRun}`,
  );
}

type Line = { id: string; branchId: string | null; kind: string; params: unknown; path: string; createdAt: Date };

async function mailEach(settings: MailSettings, person: Person, now: Date): Promise<number> {
  return withOffice(async (tx) => {
    const lines = await tx.$queryRaw<Line[]>`
      SELECT n.id, n.branch_id AS "branchId", n.kind, n.params, n.path, n.created_at AS "createdAt"
      FROM notification n JOIN notification_wish w ON w.user_id = n.user_id AND w.mail = 'each'
      WHERE n.user_id = ${person.userId}::uuid AND n.mail_id IS NULL AND n.read_at IS NULL
        AND n.created_at > ${freshSince(now)} AND n.created_at > coalesce(w.last_digest_at, '-infinity')
      ORDER BY n.created_at, n.id LIMIT ${linesMax} FOR UPDATE OF n SKIP LOCKED`;
    for (const line of lines) await writeMail(tx, settings, person, [line], now);
    return lines.length;
  });
}

async function mailDigest(settings: MailSettings, person: Person, now: Date): Promise<number> {
  return withOffice(async (tx) => {
    // Whoever writes the day's mark makes the day's mail; the other worker finds it written.
    const mine = await tx.$executeRaw`
      INSERT INTO notification_wish AS w (user_id, mail, digest_hour, last_digest_at)
      VALUES (${person.userId}::uuid, ${defaultWish.mail}::mail_wish, ${defaultWish.digestHour}, ${now})
      ON CONFLICT (user_id) DO UPDATE SET last_digest_at = ${now}
      WHERE w.mail = 'daily' AND coalesce(w.last_digest_at, '-infinity') < digest_struck(${now}, w.digest_hour)`;
    if (mine === 0) return 0;
    const lines = await tx.$queryRaw<Line[]>`
      SELECT id, branch_id AS "branchId", kind, params, path, created_at AS "createdAt" FROM notification
      WHERE user_id = ${person.userId}::uuid AND mail_id IS NULL AND read_at IS NULL AND created_at > ${freshSince(now)}
      ORDER BY created_at, id FOR UPDATE`;
    if (lines.length === 0) return 0;
    await writeMail(tx, settings, person, lines, now);
    return 1;
  });
}

async function writeMail(
  tx: Tx,
  settings: MailSettings,
  person: Person,
  lines: readonly Line[],
  now: Date,
): Promise<void> {
  const id = newId();
  const shown = lines.slice(0, linesMax);
  const items = await itemsOf(tx, settings, shown);
  const { subject, above, below } = settings.words.frame({
    count: lines.length,
    more: lines.length - shown.length,
    first: items[0]?.words ?? "",
    listUrl: `${settings.consoleOrigin}/notifications`,
    wishUrl: `${settings.consoleOrigin}/account`,
  });
  const numbered = items.map(({ words, url }, index) => `${lines.length > 1 ? `${index + 1}. ` : ""}${words}\n${url}`);
  const text = [above, ...numbered, below].join("\n\n");
  await tx.mail.create({ data: { id, ...person, subject, text, createdAt: now, nextAt: now } });
  await tx.notification.updateMany({ where: { id: { in: lines.map((line) => line.id) } }, data: { mailId: id } });
}

/** Each line in words with its direct link. A kind of another version has no words here and is left to the list. */
async function itemsOf(tx: Tx, settings: MailSettings, lines: readonly Line[]) {
  const ids = [...new Set(lines.flatMap(({ branchId }) => branchId ?? []))];
  const rows = await tx.branch.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, shortName: true },
  });
  const branches = new Map(rows.map((branch) => [branch.id, branch]));
  return lines.flatMap(({ kind, params, branchId, path, createdAt }) => {
    if (!isNotificationKind(kind)) return [];
    const branch = branchId === null ? undefined : branches.get(branchId);
    // Written by `notify`, which takes texts and numbers alone.
    const values = params as Record<string, string | number>;
    return [
      {
        words: settings.words.line(kind, values, branch?.shortName ?? null, createdAt),
        url: `${settings.consoleOrigin}${notificationPath(path, branch?.slug)}`,
      },
    ];
  });
}
