import { Sites, type Site, type SiteRow } from "../sites.ts";

export const tenantId = "0199a000-0000-7000-8000-000000000001";

const rows: SiteRow[] = [
  {
    id: tenantId,
    kind: "branch",
    slug: "jichu",
    state: "open",
    version: 1,
    removalVersion: 1,
    customDomain: "jichu.example",
  },
  {
    id: "0199a000-0000-7000-8000-000000000002",
    kind: "branch",
    slug: "huli",
    state: "suspended",
    version: 1,
    removalVersion: 1,
    customDomain: null,
  },
  {
    id: "0199a000-0000-7000-8000-00000000000c",
    kind: "portal",
    slug: "",
    state: "open",
    version: 1,
    removalVersion: 1,
    customDomain: null,
  },
];

/** A directory of one open branch (with a domain of its own), one suspended branch and the portal. */
export function someSites(): Sites {
  const sites = new Sites("localhost");
  sites.replaceAll(rows);
  return sites;
}

export function siteOf(sites: Sites, host: string): Site {
  const destination = sites.find(host);
  if (destination?.kind !== "site") throw new Error(`${host} is no site`);
  return destination.site;
}

/** The rows behind `someSites`, with changes to the first branch. */
export function rowsWith(change: Partial<SiteRow>): SiteRow[] {
  return rows.map((row) => (row.id === tenantId ? { ...row, ...change } : row));
}
