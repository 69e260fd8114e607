import { withReader } from "@zhibu/db/scope";
import type { ColumnModule } from "@zhibu/domain/columns/module-names";
import type { ReaderCollege } from "../../tenancy/reader-site.ts";
import { findReaderCollege } from "./list-branches.ts";
import { newestOfModules } from "./newest-of-modules.ts";
import { pageSize, portalPagesMax } from "./paging.ts";
import { portalRows, type PortalArticle } from "./portal-article.ts";

export type PortalModule = {
  college: ReaderCollege;
  page: number;
  hasNext: boolean;
  items: readonly PortalArticle[];
};

/** A page of a module over all branches; `null` when that page does not exist. */
export function portalModule(module: ColumnModule, page: number): Promise<PortalModule | null> {
  return withReader(null, async (tx) => {
    const college = await findReaderCollege(tx);
    if (!college || page > portalPagesMax) return null;
    // One more than shown tells whether there is a next page; counting a million rows for it would not.
    const picked = (await newestOfModules(tx, [module], page * pageSize + 1)).get(module) ?? [];
    const shown = picked.slice((page - 1) * pageSize, page * pageSize);
    if (shown.length === 0 && page > 1) return null;
    const hasNext = picked.length > page * pageSize && page < portalPagesMax;
    return { college, page, hasNext, items: await portalRows(tx, shown) };
  });
}
