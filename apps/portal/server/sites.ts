import { parseHost } from "./host-name.ts";

/** A reader site as the directory knows it; `version` and `removalVersion` move while the process runs. */
export type Site = {
  /** Tenant id of a branch, id of the college for the portal. */
  readonly id: string;
  readonly kind: "branch" | "portal";
  /** The branch's name in the console's paths; empty for the portal. */
  readonly slug: string;
  /** Host without port, for what Next needs to see in place of the reader's header. */
  readonly host: string;
  readonly state: "open" | "suspended" | "archived";
  /** Set for a branch that was merged into another; incomplete while articles are on their way. */
  readonly merge?: { readonly intoId: string; readonly isComplete: boolean } | null;
  /** Number of the newest change readers may see. */
  version: number;
  /** Number of the newest change that took something away from readers. */
  removalVersion: number;
};

/** One row of what the database says about a site. */
export type SiteRow = Omit<Site, "host"> & { customDomain: string | null };

export type Destination = { kind: "site"; site: Site } | { kind: "console" };

/** Different spellings of known hosts (ports, capitals) that are remembered; a limit, for they come from outside. */
const spellingsMax = 4096;

/**
 * Who answers on which host, in memory. Nothing in it is ever looked up because of a request:
 * an unknown host costs one failed `Map` look-up.
 */
export class Sites {
  readonly #rootDomain: string;
  readonly #byId = new Map<string, Site>();
  #byHost = new Map<string, Destination>();
  readonly #bySpelling = new Map<string, Destination>();

  constructor(rootDomain: string) {
    this.#rootDomain = rootDomain;
    this.replaceAll([]);
  }

  /** The destination of a `Host` header as it came, or `null` for hosts that are not ours. */
  find(header: string | undefined): Destination | null {
    if (header === undefined) return null;
    const known = this.#bySpelling.get(header);
    if (known !== undefined) return known;
    const name = parseHost(header);
    const destination = name === null ? undefined : this.#byHost.get(name);
    if (destination === undefined) return null;
    if (this.#bySpelling.size >= spellingsMax) this.#bySpelling.clear();
    this.#bySpelling.set(header, destination);
    return destination;
  }

  /** Slugs of all branches. */
  slugs(): string[] {
    return [...this.#byId.values()].filter((site) => site.kind === "branch").map((site) => site.slug);
  }

  /** The branch that has this slug. */
  branch(slug: string): Site | undefined {
    const destination = this.#byHost.get(`${slug}.${this.#rootDomain}`);
    return destination?.kind === "site" && destination.site.kind === "branch" ? destination.site : undefined;
  }

  /** The site that has this id. */
  byId(id: string): Site | undefined {
    return this.#byId.get(id);
  }

  /** Takes the whole directory anew; sites that stay keep their versions when those are newer than the row's. */
  replaceAll(rows: readonly SiteRow[]): void {
    const hosts = new Map<string, Destination>([[`console.${this.#rootDomain}`, { kind: "console" }]]);
    const kept = new Set<string>();
    for (const { customDomain, ...row } of rows) {
      const before = this.#byId.get(row.id);
      const ownHost = row.kind === "portal" ? this.#rootDomain : `${row.slug}.${this.#rootDomain}`;
      const customHost = customDomain === null ? null : parseHost(customDomain);
      // The same object for life: a rendering under way compares its version with the site's of that moment.
      const site: Site = Object.assign(before ?? {}, {
        ...row,
        host: customHost ?? ownHost,
        version: Math.max(row.version, before?.version ?? 0),
        removalVersion: Math.max(row.removalVersion, before?.removalVersion ?? 0),
      });
      kept.add(site.id);
      this.#byId.set(site.id, site);
      for (const host of [ownHost, customHost]) {
        // First come, first served: a custom domain can't take over the console or another branch.
        if (host !== null && !hosts.has(host)) hosts.set(host, { kind: "site", site });
      }
    }
    for (const id of this.#byId.keys()) if (!kept.has(id)) this.#byId.delete(id);
    this.#byHost = hosts;
    this.#bySpelling.clear();
  }

  /** Notes what the database announced; numbers never go back. Returns false for a site that is not in the directory. */
  raise(id: string, version: number, removalVersion: number): boolean {
    const site = this.#byId.get(id);
    if (site === undefined) return false;
    site.version = Math.max(site.version, version);
    site.removalVersion = Math.max(site.removalVersion, removalVersion);
    return true;
  }
}
