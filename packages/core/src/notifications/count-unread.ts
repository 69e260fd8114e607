import { withOffice } from "@zhibu/db/scope";
import type { ToldPerson } from "./told-person.ts";

/** The bell shows "99+" beyond this, and nothing is counted that it doesn't show. */
const countMax = 100;

/** How many of the person's notices are unread, up to a hundred: what the bell asks for once a minute. */
export async function countUnread({ actor }: ToldPerson): Promise<{ count: number }> {
  const rows = await withOffice(
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM notification WHERE user_id = ${actor.userId}::uuid AND read_at IS NULL LIMIT ${countMax}
      ) unread`,
  );
  return { count: rows[0]?.count ?? 0 };
}
