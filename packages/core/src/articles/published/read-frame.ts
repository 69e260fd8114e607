import { withReader } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";
import { findClosure, type ReaderClosure } from "../../tenancy/reader-closure.ts";
import { findReaderSite, type ReaderCollege, type ReaderSite } from "../../tenancy/reader-site.ts";
import { findReaderCollege } from "./list-branches.ts";

/** What a page of a branch without content of its own needs, such as its 404. */
export function readSite(tenantId: TenantId): Promise<ReaderSite | null> {
  return withReader(tenantId, (tx) => findReaderSite(tx, tenantId));
}

/** The same for the notice of a closed branch, with what it tells. */
export function readClosedSite(tenantId: TenantId): Promise<{ site: ReaderSite; closure: ReaderClosure } | null> {
  return withReader(tenantId, async (tx) => {
    const [site, closure] = [await findReaderSite(tx, tenantId), await findClosure(tx, tenantId)];
    return site && closure && { site, closure };
  });
}

/** The same for the portal. */
export function readCollege(): Promise<ReaderCollege | null> {
  return withReader(null, findReaderCollege);
}
