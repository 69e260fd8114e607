/** What of a branch its readers' address is made of. */
export type SiteName = { slug: string; customDomain: string | null };

/** The server and Next's bundle hold two copies of this module; the answer is one per process all the same. */
const slot = Symbol.for("zhibu.siteOrigins");
type Holder = { [slot]?: (site: SiteName) => string };

/** Told once, at start, how this installation's sites are addressed: scheme, host and port, without a slash at the end. */
export function configureSiteOrigins(originOf: (site: SiteName) => string): void {
  (globalThis as Holder)[slot] = originOf; // A symbol of ours on the global object.
}

/** Where a branch's readers find it; `null` where nobody has said, as in tests of the database alone. */
export function siteOriginOf(site: SiteName): string | null {
  return (globalThis as Holder)[slot]?.(site) ?? null; // A symbol of ours on the global object.
}
