import { Prisma } from "@zhibu/db/generated/client";

/** An urgent line as readers get it; `href` is empty, a path of the portal, or an https address. */
export type ReaderBanner = { text: string; href: string };

/** More at once is no banner any more. */
const shownMax = 3;

/** The banners of this instant as JSON, the newest first: for any statement of the reader's scope. */
export const bannersNow = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'href', n.href) ORDER BY n.starts_at DESC, n.id DESC), '[]')
  FROM (
    SELECT id, text, href, starts_at FROM banner
    WHERE ended_at IS NULL AND starts_at <= now() AND ends_at > now()
    ORDER BY starts_at DESC, id DESC LIMIT ${shownMax}
  ) n)`;
