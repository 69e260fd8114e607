import type { SiteColumn } from "@zhibu/db/generated/client";
import type { Tx } from "@zhibu/db/scope";
import type { TenantId } from "@zhibu/domain/kernel/ids";

/** A column of the merged branch and the one its articles go to. */
export type ColumnWay = { source: string; target: string };

/** An own column of the same address and name is the same column. */
function alike(column: SiteColumn) {
  return (other: SiteColumn): boolean =>
    other.baselineKey === null && other.slug === column.slug && other.name === column.name;
}

/** The address itself, or with the first number behind it that is free. */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? slug : `${slug.slice(0, 32)}-${number}`;
    if (!taken.has(free)) return free;
  }
}

/**
 * Where each column's articles go: baseline columns to the target's of the same key, own columns to one like them, which is
 * made under the same id where there is none. The same every time it is asked, so that any batch may ask.
 */
export async function moveColumns(tx: Tx, from: TenantId, to: TenantId): Promise<ColumnWay[]> {
  const [sources, targets] = [await columnsOf(tx, from), await columnsOf(tx, to)];
  const ways = new Map<string, string>();
  // Parents first: a sub-column of the branch's own hangs below its parent's new place.
  for (const column of sources.toSorted((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null))) {
    const there =
      column.baselineKey === null
        ? (targets.find(({ id }) => id === column.id) ?? targets.find(alike(column)))
        : targets.find(({ baselineKey }) => baselineKey === column.baselineKey);
    const target = there ?? (await addColumn(tx, column, { to, targets, ways }));
    if (!there) targets.push(target);
    ways.set(column.id, target.id);
  }
  return [...ways].map(([source, target]) => ({ source, target }));
}

function columnsOf(tx: Tx, tenantId: TenantId): Promise<SiteColumn[]> {
  return tx.siteColumn.findMany({ where: { tenantId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
}

function addColumn(
  tx: Tx,
  column: SiteColumn,
  { to, targets, ways }: { to: TenantId; targets: readonly SiteColumn[]; ways: ReadonlyMap<string, string> },
): Promise<SiteColumn> {
  const parentId = column.parentId === null ? null : (ways.get(column.parentId) ?? null);
  const siblings = targets.filter((other) => other.parentId === parentId && other.module === column.module);
  const { id, name, module, hidden, cadenceDays } = column;
  return tx.siteColumn.create({
    data: {
      tenantId: to,
      id,
      parentId,
      name,
      module,
      hidden,
      cadenceDays,
      slug: freeSlug(column.slug, new Set(targets.map(({ slug }) => slug))),
      position: Math.max(-1, ...siblings.map(({ position }) => position)) + 1,
    },
  });
}
