import { newId } from "@zhibu/db/new-id";
import type { Tx } from "@zhibu/db/scope";
import type { NotificationKind, NotificationParams } from "@zhibu/domain/notifications/kinds";
import { knock } from "./knock.ts";

/** Everything a list line needs is short: a reason of a thousand characters is read at its target. */
const valueMax = 300;

export type Notice<Kind extends NotificationKind = NotificationKind> = {
  /** The branch it happened in; `null` for the college (a branch's transaction can speak of itself alone). */
  branchId: string | null;
  userIds: readonly string[];
  /** Whose deed it is: nobody is told of their own. */
  by?: string;
  kind: Kind;
  params: NotificationParams<Kind>;
  /** Path on the console that shows the thing; `:branch` in it stands for the branch's address name on the day it is read. */
  path: string;
  /** Names the occasion (`article.submitted:<id>:<version>`): it is told one person once, however often a job runs. */
  occasion: string;
  now: Date;
};

/** PostgreSQL takes 32,767 values in one statement. */
const rowsAtOnce = 2_000;

/**
 * Tells people, in the transaction of the change itself: both happen, or neither. Works for a branch's and for the office's.
 * Mails are made of these rows later, by a job.
 */
export async function notify<Kind extends NotificationKind>(tx: Tx, notice: Notice<Kind>): Promise<void> {
  await notifyAll(tx, [notice]);
}

/** The same of many matters in a few statements: for changes that reach many branches at once. */
export async function notifyAll<Kind extends NotificationKind>(
  tx: Tx,
  notices: readonly Notice<Kind>[],
): Promise<void> {
  const rows = notices.flatMap(rowsOf);
  const [first] = rows;
  if (!first) return;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    // A bare ON CONFLICT DO NOTHING: a branch may add notices and read none.
    await tx.notification.createMany({ data: rows.slice(at, at + rowsAtOnce), skipDuplicates: true });
  }
  await knock(tx, first.createdAt);
}

function rowsOf<Kind extends NotificationKind>(notice: Notice<Kind>) {
  const { branchId, kind, path, occasion, now } = notice;
  const userIds = new Set(notice.userIds);
  if (notice.by !== undefined) userIds.delete(notice.by);
  const params = shortened(notice.params);
  return [...userIds].map((userId) => ({
    id: newId(),
    ...{ userId, branchId, kind, params, path, occasion },
    createdAt: now,
  }));
}

function shortened(params: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && value.length > valueMax ? `${value.slice(0, valueMax)}…` : value,
    ]),
  );
}
