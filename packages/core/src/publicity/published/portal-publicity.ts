import type { Tx } from "@zhibu/db/scope";

/** A running list of any branch, for the portal. */
export type PortalPublicity = {
  no: number;
  title: string;
  startsAt: Date;
  /** `YYYY-MM-DD`. */
  lastDay: string;
  branch: { slug: string; customDomain: string | null; name: string; shortName: string };
};

/** What runs in the college now, the newest first; in the portal's scope. */
export function portalPublicity(tx: Tx, limit: number): Promise<PortalPublicity[]> {
  return tx.$queryRaw<PortalPublicity[]>`
    SELECT l.no, l.title, l.starts_at AS "startsAt", to_char(l.last_day, 'YYYY-MM-DD') AS "lastDay",
      jsonb_build_object('slug', b.slug, 'customDomain', b.custom_domain, 'name', b.name, 'shortName', b.short_name) AS branch
    FROM publicity_list l JOIN branch b ON b.id = l.tenant_id AND b.state = 'open'
    WHERE l.state = 'running' AND l.ends_at > clock_timestamp()
    ORDER BY l.starts_at DESC, l.id DESC LIMIT ${limit}`;
}
