import { withReader, type Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { findReaderSite, type ReaderSite } from "../../tenancy/reader-site.ts";
import { findObjectionProgress, type ObjectionProgress } from "../find-objection-progress.ts";
import { findPublicity, type PublicityStub, type RunningPublicity } from "./find-publicity.ts";

/** A line of a list of lists: no name of anybody in it. */
export type ListedPublicity = {
  no: number;
  title: string;
  state: "running" | "ended" | "stated" | "withdrawn";
  startsAt: Date;
  /** `YYYY-MM-DD`. */
  lastDay: string;
};

/** The lists of a branch readers may know of, the newest first; one that is over but not noted as such counts as ended. */
export function shownPublicity(tx: Tx, tenantId: TenantId, limit: number, running = false): Promise<ListedPublicity[]> {
  return tx.$queryRaw<ListedPublicity[]>`
    SELECT l.no, l.title, l.starts_at AS "startsAt", to_char(l.last_day, 'YYYY-MM-DD') AS "lastDay",
      CASE WHEN l.state = 'running' AND l.ends_at <= clock_timestamp() THEN 'ended' ELSE l.state::text END AS state
    FROM publicity_list l
    WHERE l.tenant_id = ${tenantId}::uuid AND l.starts_at IS NOT NULL
      AND (NOT ${running} OR (l.state = 'running' AND l.ends_at > clock_timestamp()))
    ORDER BY l.starts_at DESC, l.id DESC LIMIT ${limit}`;
}

const listedMax = 200;

export type PublicityIndex = { site: ReaderSite; lists: readonly ListedPublicity[] };

/** Everything a branch publicises and publicised, for its page; `null` for an unknown branch. */
export function readPublicityIndex(tenantId: TenantId): Promise<PublicityIndex | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    return site && { site, lists: await shownPublicity(tx, tenantId, listedMax) };
  });
}

export type PublicityAnswer = { site: ReaderSite; publicity: RunningPublicity | PublicityStub | null };

/** One list for its page; `publicity` is null where there is none. */
export function readPublicity(tenantId: TenantId, no: number): Promise<PublicityAnswer | null> {
  return withReader(tenantId, async (tx) => {
    const site = await findReaderSite(tx, tenantId);
    return site && { site, publicity: await findPublicity(tx, tenantId, no) };
  });
}

export type ReceiptAnswer = { site: ReaderSite; progress: ObjectionProgress | null };

/** How far the objection with a receipt is, for its page. `receipt` in the form `receiptSchema` gives it; null for none. */
export async function readReceipt(tenantId: TenantId, receipt: string | null): Promise<ReceiptAnswer | null> {
  const site = await withReader(tenantId, (tx) => findReaderSite(tx, tenantId));
  return site && { site, progress: receipt === null ? null : await findObjectionProgress(tenantId, receipt) };
}
