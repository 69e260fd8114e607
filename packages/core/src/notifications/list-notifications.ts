import { withOffice } from "@zhibu/db/scope";
import { isNotificationKind, type NotificationKind } from "@zhibu/domain/notifications/kinds";
import type { ListNotificationsInput } from "@zhibu/domain/notifications/notification-inputs";
import { behind, decodeCursor, encodeCursor } from "../kernel/cursor.ts";
import { notificationPath } from "./notification-path.ts";
import type { ToldPerson } from "./told-person.ts";

export type NotificationLine = {
  id: string;
  /** `null` for a kind this version doesn't know: a general sentence stands in. */
  kind: NotificationKind | null;
  params: Record<string, string | number>;
  /** Short name; `null` for the college. */
  branch: string | null;
  /** Path on the console. */
  path: string;
  createdAt: Date;
  readAt: Date | null;
};

/** The person's notices, newest first, by keyset. */
export async function listNotifications(ctx: ToldPerson, input: ListNotificationsInput) {
  const { rows, branches } = await withOffice(async (tx) => {
    const found = await tx.notification.findMany({
      where: {
        userId: ctx.actor.userId,
        ...(input.unread ? { readAt: null } : {}),
        ...behind("createdAt", decodeCursor(input.cursor)),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: input.limit + 1,
    });
    const ids = [...new Set(found.flatMap(({ branchId }) => branchId ?? []))];
    const named = await tx.branch.findMany({
      where: { id: { in: ids } },
      select: { id: true, slug: true, shortName: true },
    });
    return { rows: found, branches: new Map(named.map((branch) => [branch.id, branch])) };
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row): NotificationLine => {
      const branch = row.branchId === null ? undefined : branches.get(row.branchId);
      return {
        id: row.id,
        kind: isNotificationKind(row.kind) ? row.kind : null,
        // Written by `notify`, which takes texts and numbers alone.
        params: row.params as Record<string, string | number>,
        branch: branch?.shortName ?? null,
        path: notificationPath(row.path, branch?.slug),
        createdAt: row.createdAt,
        readAt: row.readAt,
      };
    }),
    nextCursor: rows.length > input.limit && last ? encodeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}
