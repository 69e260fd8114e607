import type { ColumnItem, ColumnTree } from "@zhibu/core/columns/list-columns";

/** Siblings with one of them a place further up (-1) or down (+1); `null` at the end of the row. */
export function shifted(siblings: readonly ColumnItem[], id: string, by: -1 | 1): ColumnItem[] | null {
  const from = siblings.findIndex((column) => column.id === id);
  const to = from + by;
  const [column, neighbour] = [siblings[from], siblings[to]];
  if (!column || !neighbour) return null;
  return siblings.with(to, column).with(from, neighbour);
}

/** The tree as it will be once the server agrees: the same columns, these siblings in this order. */
export function treeInOrder(tree: ColumnTree, ordered: readonly ColumnItem[]): ColumnTree {
  const rank = new Map(ordered.map((column, index) => [column.id, index]));
  const sort = <Column extends ColumnItem>(columns: readonly Column[]): Column[] =>
    columns.every((column) => rank.has(column.id))
      ? columns.toSorted((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
      : [...columns];
  const special = sort(tree.sections.filter((section) => section.module === "special"));
  const others = tree.sections.filter((section) => section.module !== "special");
  return {
    ...tree,
    sections: [...others, ...special].map((section) => ({ ...section, children: sort(section.children) })),
  };
}
