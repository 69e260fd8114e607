import { withReader } from "@zhibu/db/scope";
import { columnModules } from "@zhibu/domain/columns/module-names";
import type { ReaderCollege } from "../../tenancy/reader-site.ts";
import { findReaderCollege } from "./list-branches.ts";
import { newestOfModules } from "./newest-of-modules.ts";
import { portalRows, type PortalArticle } from "./portal-article.ts";

const feedItemsMax = 40;

/** The newest articles of all branches; `null` before the college was founded. */
export function portalFeed(): Promise<{ college: ReaderCollege; items: readonly PortalArticle[] } | null> {
  return withReader(null, async (tx) => {
    const college = await findReaderCollege(tx);
    if (!college) return null;
    const picked = await newestOfModules(tx, columnModules, feedItemsMax);
    // The newest of all are among the newest of each.
    return { college, items: (await portalRows(tx, [...picked.values()].flat())).slice(0, feedItemsMax) };
  });
}
