import pg from "pg";
import type { Log } from "./log.ts";
import type { SiteRow, Sites } from "./sites.ts";

export type SiteDirectoryOptions = {
  /** The application's login: it sees the directory as a reader does. */
  databaseUrl: string;
  sites: Sites;
  log: Log;
};

export type SiteDirectory = {
  /** Whether the last look at the database succeeded, and lately. */
  isFresh: () => boolean;
  /** Looks at once, for instance after branches were added by this process. */
  refresh: () => Promise<void>;
  stop: () => Promise<void>;
};

const pollMs = 1_000;
const answerWithinMs = 3_000;
const retryMinMs = 250;
const retryMaxMs = 1_000;
/** A row's time is taken before its transaction commits; transactions end within 15 s. */
const overlapSeconds = 30;

const allSites = `
  SELECT b.id, 'branch' AS kind, b.slug, b.custom_domain AS "customDomain", b.state::text AS state,
    CASE WHEN b.merged_into_id IS NOT NULL
      THEN json_build_object('intoId', b.merged_into_id, 'isComplete', b.merged_at IS NOT NULL) END AS merge,
    coalesce(v.version, 1)::float8 AS version, coalesce(v.removal_version, 1)::float8 AS "removalVersion"
  FROM branch b LEFT JOIN site_version v ON v.site_id = b.id
  UNION ALL
  SELECT c.id, 'portal', '', NULL, 'open', NULL, coalesce(v.version, 1)::float8, coalesce(v.removal_version, 1)::float8
  FROM college c LEFT JOIN site_version v ON v.site_id = c.id`;

/** Changes with every branch that is added, closed, renamed, merged or moved to another domain. */
const directoryMark = "SELECT count(*)::text || ' ' || coalesce(max(updated_at)::text, '') AS mark FROM branch";

const recentVersions = `
  SELECT site_id AS id, version::float8 AS version, removal_version::float8 AS "removalVersion"
  FROM site_version WHERE changed_at > clock_timestamp() - interval '${overlapSeconds} seconds'`;

type VersionRow = { id: string; version: number; removalVersion: number };

/** One connection's time: loads the directory, then follows it. */
class Session {
  readonly #client: pg.Client;
  readonly #sites: Sites;
  #mark = "";

  constructor({ databaseUrl, sites }: SiteDirectoryOptions, lost: (error: Error) => void) {
    this.#sites = sites;
    this.#client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
      application_name: "zhibu site directory",
    });
    this.#client.on("error", lost);
    this.#client.on("end", () => lost(new Error("the connection ended")));
    this.#client.on("notification", ({ payload = "" }) => {
      const [id = "", version, removalVersion] = payload.split(":");
      sites.raise(id, Number(version) || 0, Number(removalVersion) || 0);
    });
  }

  /** Listens first and loads afterwards, so that nothing falls between the two. */
  async begin(): Promise<void> {
    await this.#client.connect();
    await this.#client.query("SET ROLE zhibu_reader");
    await this.#client.query("LISTEN site_changed");
    await this.#loadAll();
  }

  /** Heals lost notifications and notices new, closed and moved branches. */
  async poll(): Promise<void> {
    const { rows } = await this.#client.query<VersionRow>(recentVersions);
    const allKnown = rows.every(({ id, version, removalVersion }) => this.#sites.raise(id, version, removalVersion));
    if (!allKnown || (await this.#readMark()) !== this.#mark) await this.#loadAll();
  }

  async end(): Promise<void> {
    this.#client.removeAllListeners("end");
    await this.#client.end();
  }

  async #readMark(): Promise<string> {
    const { rows } = await this.#client.query<{ mark: string }>(directoryMark);
    return rows[0]?.mark ?? "";
  }

  async #loadAll(): Promise<void> {
    this.#mark = await this.#readMark();
    const { rows } = await this.#client.query<SiteRow>(allSites);
    this.#sites.replaceAll(rows);
  }
}

/**
 * Keeps the sites in memory in step with the database: told by `NOTIFY`, checked by a poll every second. When the
 * connection is lost everything known stays in use, and it is tried again until it comes back.
 * @throws when the first load fails.
 */
export async function followSites(options: SiteDirectoryOptions): Promise<SiteDirectory> {
  const { log } = options;
  let freshAt = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let session: Session | null = null;

  async function open(): Promise<void> {
    const opened: Session = new Session(options, (error) => lose(opened, error));
    try {
      await opened.begin();
    } catch (error) {
      await opened.end().catch(() => {});
      throw error;
    }
    session = opened;
    freshAt = performance.now();
    later(poll, pollMs);
  }

  function later(work: () => Promise<void>, ms: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void work(), ms);
  }

  async function poll(): Promise<void> {
    const polled = session;
    if (polled === null) return;
    try {
      await polled.poll();
      freshAt = performance.now();
      later(poll, pollMs);
    } catch (error) {
      lose(polled, error);
    }
  }

  function lose(lost: Session, error: unknown): void {
    if (stopped || lost !== session) return;
    log.warn("the site directory lost the database; readers are served from what is known", { error });
    freshAt = 0;
    session = null;
    lost.end().catch(() => {});
    later(() => reopen(retryMinMs), retryMinMs);
  }

  async function reopen(waitedMs: number): Promise<void> {
    try {
      await open();
      log.info("the site directory is back");
    } catch {
      const nextMs = Math.min(waitedMs * 2, retryMaxMs);
      later(() => reopen(nextMs), nextMs);
    }
  }

  await open();
  return {
    isFresh: () => freshAt > 0 && performance.now() - freshAt < pollMs + answerWithinMs,
    refresh: poll,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await session?.end().catch(() => {});
    },
  };
}
