import { BackgroundQueue } from "./background-queue.ts";
import { ByteBoundedMap } from "./byte-bounded-map.ts";
import type { Log } from "./log.ts";
import { missingPath, type Shelf } from "./reader-routes.ts";
import { ReadyPage, type RenderedPage } from "./ready-page.ts";
import type { HeaderList } from "./security-headers.ts";
import type { Site } from "./sites.ts";

/** Makes the page of a canonical path; rejects when it can't be made now (no answer, a 5xx, a page that is no document). */
export type RenderPage = (site: Site, path: string) => Promise<RenderedPage>;

export type PageCacheParts = {
  render: RenderPage;
  /** Limit for all pages together; 0 keeps nothing (development). */
  bytesMax: number;
  /** Headers of every page, beside its own. */
  headers: HeaderList;
  log: Log;
  now?: () => number;
};

/** Share of the limit that answers to made-up addresses may take. */
const transientShare = 1 / 32;
/** How long a page whose renewal failed is served as it is before the next attempt. */
const retryDelayMs = 1_000;
/** A page that was asked for this often is worth a finer compression. */
const hitsBeforeRefining = 8;
/** Pages waiting for their finer compression; more than these stay as they are. */
const refineBacklogMax = 64;
const attemptsMax = 3;

type Flight = { version: number; page: Promise<ReadyPage> };

/**
 * Ready pages of all sites. A page is served while it is as new as its site; an older one is rendered again first,
 * once however many readers wait. When rendering fails, an older page may still be shown, unless something was
 * taken away from readers since it was made, or it has an end of its own that has come.
 */
export class PageCache {
  readonly stats = { hits: 0, misses: 0, renders: 0, failures: 0, staleAnswers: 0 };
  readonly #shelves: Readonly<Record<Shelf, ByteBoundedMap<ReadyPage>>>;
  readonly #flights = new Map<string, Flight>();
  readonly #refinery: BackgroundQueue;
  readonly #parts: PageCacheParts;
  readonly #now: () => number;

  constructor(parts: PageCacheParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#shelves = {
      pages: new ByteBoundedMap(parts.bytesMax * (1 - transientShare)),
      transient: new ByteBoundedMap(parts.bytesMax * transientShare),
    };
    this.#refinery = new BackgroundQueue(refineBacklogMax, (error) => {
      parts.log.warn("a page could not be compressed further", { error });
    });
  }

  get bytes(): number {
    return this.#shelves.pages.bytes + this.#shelves.transient.bytes;
  }

  get entries(): number {
    return this.#shelves.pages.size + this.#shelves.transient.size;
  }

  /** The page if it can be sent right now; no promise, no copy: this is what almost every reader gets. */
  current(site: Site, path: string): ReadyPage | null {
    const page = this.#find(site.id + path);
    if (page === undefined || page.version < site.version) return null;
    // Almost no page has an end, so almost no hit asks for the time.
    if (page.freshUntil !== Infinity && page.freshUntil <= this.#now()) return null;
    this.stats.hits += 1;
    page.hits += 1;
    // One comparison for almost every hit; a backlog that was full is asked again some hits later.
    if (page.hits % hitsBeforeRefining === 0 && page.isRefinable) this.#refinery.offer(() => page.refine());
    return page;
  }

  /**
   * The page, rendered first if it is missing or old.
   * @throws what the renderer throws, when there is no older page that may be shown instead.
   */
  async obtain(site: Site, path: string, shelf: Shelf): Promise<ReadyPage> {
    const ready = this.current(site, path);
    if (ready !== null) return ready;
    this.stats.misses += 1;
    const key = site.id + path;
    for (let attempt = 0; attempt < attemptsMax; attempt += 1) {
      const old = this.#find(key);
      if (old !== undefined && old.retryAt > this.#now() && this.#mayStillBeShown(old, site)) return this.#stale(old);
      const fresh = await this.#rendered(site, path, shelf).catch((error: unknown) => {
        if (old === undefined || !this.#mayStillBeShown(old, site)) throw error;
        old.retryAt = this.#now() + retryDelayMs;
        return this.#stale(old);
      });
      // Something was taken away while this page was being made: it may hold what must be gone.
      if (this.#mayStillBeShown(fresh, site)) return fresh;
    }
    throw new Error(`${path} changes faster than it can be rendered`);
  }

  /**
   * The page as it is made at this moment, whatever is kept; nothing is kept of it.
   * @throws what the renderer throws.
   */
  async makeAnew(site: Site, path: string): Promise<ReadyPage> {
    const { version } = site;
    return new ReadyPage(await this.#parts.render(site, path), version, this.#parts.headers);
  }

  #find(key: string): ReadyPage | undefined {
    return this.#shelves.pages.get(key) ?? this.#shelves.transient.get(key);
  }

  #mayStillBeShown(page: ReadyPage, site: Site): boolean {
    return page.version >= site.removalVersion && (page.goneAt === Infinity || page.goneAt > this.#now());
  }

  #stale(page: ReadyPage): ReadyPage {
    this.stats.staleAnswers += 1;
    return page;
  }

  /** The rendering under way, if it began at the site's present version; a new one otherwise. */
  #rendered(site: Site, path: string, shelf: Shelf): Promise<ReadyPage> {
    const key = site.id + path;
    const joined = this.#flights.get(key);
    if (joined !== undefined && joined.version >= site.version) return joined.page;
    const { version } = site;
    const flight: Flight = { version, page: this.#render(site, path, shelf, version) };
    this.#flights.set(key, flight);
    const land = (): void => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    };
    flight.page.then(land, land);
    return flight.page;
  }

  async #render(site: Site, path: string, shelf: Shelf, version: number): Promise<ReadyPage> {
    this.stats.renders += 1;
    try {
      const rendered = await this.#parts.render(site, path);
      const page = new ReadyPage(rendered, version, this.#parts.headers);
      this.#keep(site.id + path, page, page.status === 404 && path !== missingPath ? "transient" : shelf);
      return page;
    } catch (error) {
      this.stats.failures += 1;
      throw error;
    }
  }

  #keep(key: string, page: ReadyPage, shelf: Shelf): void {
    const newer = this.#find(key);
    if (newer !== undefined && newer.version > page.version) return;
    const other = shelf === "pages" ? "transient" : "pages";
    this.#shelves[other].delete(key);
    this.#shelves[shelf].set(key, page);
    page.watchBytes(() => this.#shelves[shelf].resized(key, page));
  }
}
