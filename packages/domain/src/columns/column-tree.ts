import { AppError, notFound } from "../kernel/app-error.ts";
import { columnsMax } from "./column-limits.ts";
import type { ColumnModule } from "./module-names.ts";

/** What the rules of the tree need to know of a column. */
export type TreeColumn = {
  id: string;
  parentId: string | null;
  baselineKey: string | null;
  module: ColumnModule;
  slug: string;
  name: string;
  position: number;
};

export type NewColumn = Pick<TreeColumn, "id" | "parentId" | "slug" | "name">;

/** @throws AppError NOT_FOUND */
export function getColumnIn<Column extends TreeColumn>(tree: readonly Column[], id: string): Column {
  const column = tree.find((each) => each.id === id);
  if (!column) throw notFound();
  return column;
}

/** Columns that are ordered among themselves: below one parent, or on the first level of one module. */
export function siblingsOf<Column extends TreeColumn>(
  tree: readonly Column[],
  place: Pick<TreeColumn, "parentId" | "module">,
): Column[] {
  return tree
    .filter((each) => each.parentId === place.parentId && (place.parentId !== null || each.module === place.module))
    .toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/**
 * Where a column of the branch's own may go: below a column of the first level, or, without a parent, among the features.
 * @throws AppError NOT_FOUND for a parent that isn't there, CONFLICT for a third level.
 */
function placeUnder(tree: readonly TreeColumn[], parentId: string | null): Pick<TreeColumn, "parentId" | "module"> {
  if (parentId === null) return { parentId, module: "special" };
  const parent = getColumnIn(tree, parentId);
  if (parent.parentId !== null) throw new AppError("CONFLICT", "column.tooDeep");
  return { parentId, module: parent.module };
}

/** Positions 0, 1, 2 … in the order given; everything else stays as it is. */
function renumber<Column extends TreeColumn>(tree: readonly Column[], ordered: readonly Column[]): Column[] {
  const positions = new Map(ordered.map((column, position) => [column.id, position]));
  return tree.map((column) => ({ ...column, position: positions.get(column.id) ?? column.position }));
}

/** @throws AppError CONFLICT when a sibling has the name already: two equal entries in a menu help nobody. */
export function assertNameFree(
  tree: readonly TreeColumn[],
  column: Pick<TreeColumn, "id" | "parentId" | "module" | "name">,
): void {
  const taken = siblingsOf(tree, column).some((each) => each.id !== column.id && each.name === column.name);
  if (taken) throw new AppError("CONFLICT", "column.nameTaken", { name: column.name });
}

/**
 * The tree with a further column, last among its siblings.
 * @throws AppError CONFLICT when the tree is full or deep enough, or the name or address is taken.
 */
export function withColumn(tree: readonly TreeColumn[], column: NewColumn): TreeColumn[] {
  if (tree.length >= columnsMax) throw new AppError("CONFLICT", "column.tooMany", { max: columnsMax });
  if (tree.some((each) => each.slug === column.slug))
    throw new AppError("CONFLICT", "column.slugTaken", { slug: column.slug });
  const place = placeUnder(tree, column.parentId);
  const siblings = siblingsOf(tree, place);
  const added: TreeColumn = { ...column, ...place, baselineKey: null, position: siblings.length };
  assertNameFree(tree, added);
  return renumber([...tree, added], [...siblings, added]);
}

/**
 * The tree with siblings in the order of `ids`.
 * @throws AppError CONFLICT unless `ids` names all of them, once each: someone added or removed one meanwhile.
 */
export function withOrder(tree: readonly TreeColumn[], ids: readonly string[]): TreeColumn[] {
  const ordered = ids.map((id) => getColumnIn(tree, id));
  const [first] = ordered;
  const siblings = first ? siblingsOf(tree, first) : [];
  const complete = ordered.length === siblings.length && siblings.every((each) => ids.includes(each.id));
  if (!complete || new Set(ids).size !== ids.length) throw new AppError("CONFLICT", "column.orderChanged");
  return renumber(tree, ordered);
}

/**
 * The tree with one of the branch's own columns in another place, last among its new siblings.
 * @throws AppError CONFLICT for a baseline column, for a third level, or when the name is taken there.
 */
export function withMoved(tree: readonly TreeColumn[], id: string, parentId: string | null): TreeColumn[] {
  const column = getColumnIn(tree, id);
  assertOwn(column);
  const place = placeUnder(tree, parentId);
  const goesBelow = parentId !== null;
  if (parentId === id || (goesBelow && tree.some((each) => each.parentId === id)))
    throw new AppError("CONFLICT", "column.tooDeep");
  if (column.parentId === parentId) return [...tree];
  const rest = tree.filter((each) => each.id !== id);
  const left = renumber(rest, siblingsOf(rest, column));
  const siblings = siblingsOf(left, place);
  const moved = { ...column, ...place, position: siblings.length };
  assertNameFree(left, moved);
  // Sub-columns of a column on the first level follow it, module and all.
  const followed = left.map((each) => (each.parentId === id ? { ...each, module: place.module } : each));
  return renumber([...followed, moved], [...siblings, moved]);
}

/**
 * The tree without one of the branch's own columns.
 * @throws AppError CONFLICT for a baseline column or one with sub-columns.
 */
export function withoutColumn(tree: readonly TreeColumn[], id: string): TreeColumn[] {
  const column = getColumnIn(tree, id);
  assertOwn(column);
  const children = tree.filter((each) => each.parentId === id);
  if (children.length > 0) throw new AppError("CONFLICT", "column.hasChildren", { count: children.length });
  const rest = tree.filter((each) => each.id !== id);
  return renumber(rest, siblingsOf(rest, column));
}

/** @throws AppError CONFLICT: every branch keeps what opinions III demand; it renames, orders and hides. */
export function assertOwn(column: Pick<TreeColumn, "baselineKey">): void {
  if (column.baselineKey !== null) throw new AppError("CONFLICT", "column.baselineStays");
}

/** Whether readers don't see a column: hidden itself, or below a hidden one. */
export function isHiddenIn<Column extends TreeColumn & { hidden: boolean }>(
  tree: readonly Column[],
  column: Column,
): boolean {
  return column.hidden || tree.some((each) => each.id === column.parentId && each.hidden);
}
