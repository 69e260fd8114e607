import type { Tx } from "@zhibu/db/scope";

/**
 * Tells every instance, at commit, that what readers see of the current branch (and the portal) has changed.
 * `removal` when something must be gone: then no stale page may be served, not even while the database is down.
 * Call it last: every publication of the college waits for the portal's row until the commit, and the database
 * refuses a line of the trail after it (one order of locks: branches' trails, the college's trail, sites).
 */
export async function bumpSiteVersion(tx: Tx, change: { removal: boolean }): Promise<void> {
  await tx.$queryRaw`SELECT bump_site_version(${change.removal})::text`;
}

/** The same for several branches at once, or with `null` for every site: for the office's transactions alone. */
export async function bumpSites(
  tx: Tx,
  tenantIds: readonly string[] | null,
  change: { removal: boolean },
): Promise<void> {
  await tx.$queryRaw`SELECT bump_sites(${tenantIds}::uuid[], ${change.removal})::text`;
}
