import { withOffice } from "@zhibu/db/scope";
import type {
  MarkAllReadInput,
  MarkReadInput,
  MarkVisitedInput,
} from "@zhibu/domain/notifications/notification-inputs";
import type { ToldPerson } from "./told-person.ts";

/** Marks notices read; other people's are left alone, as if they didn't exist. */
export async function markRead({ actor, now }: ToldPerson, { ids }: MarkReadInput): Promise<void> {
  await withOffice((tx) =>
    tx.notification.updateMany({
      where: { id: { in: [...ids] }, userId: actor.userId, readAt: null },
      data: { readAt: now() },
    }),
  );
}

/** Marks read whatever came up to the instant. */
export async function markAllRead({ actor, now }: ToldPerson, { until }: MarkAllReadInput): Promise<void> {
  await withOffice((tx) =>
    tx.notification.updateMany({
      where: { userId: actor.userId, readAt: null, createdAt: { lte: new Date(until) } },
      data: { readAt: now() },
    }),
  );
}

/** Opening the page a notice leads to reads it, however the person came there. */
export async function markVisited({ actor, now }: ToldPerson, { path }: MarkVisitedInput): Promise<{ read: number }> {
  const read = await withOffice(
    (tx) => tx.$executeRaw`
      UPDATE notification n SET read_at = ${now()}
      WHERE n.user_id = ${actor.userId}::uuid AND n.read_at IS NULL
        AND regexp_replace(split_part(n.path, '?', 1), '^/:branch(?=/|$)',
          '/' || coalesce((SELECT b.slug FROM branch b WHERE b.id = n.branch_id), ':branch')) = ${path}`,
  );
  return { read };
}
