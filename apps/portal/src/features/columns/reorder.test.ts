import { expect, test } from "vitest";
import type { ColumnItem, ColumnSection, ColumnTree } from "@zhibu/core/columns/list-columns";
import { shifted, treeInOrder } from "./reorder.ts";

const column = (id: string, module: ColumnItem["module"] = "news") => ({ id, module }) as ColumnItem;
const section = (id: string, children: ColumnItem[], module: ColumnItem["module"] = "news") =>
  ({ ...column(id, module), children }) as ColumnSection;
const [a, b, c] = [column("a"), column("b"), column("c")];
const ids = (columns: readonly ColumnItem[] | null) => columns?.map(({ id }) => id);

test("a column changes places with its neighbour and stops at the ends", () => {
  expect(ids(shifted([a, b, c], "b", -1))).toEqual(["b", "a", "c"]);
  expect(ids(shifted([a, b, c], "b", 1))).toEqual(["a", "c", "b"]);
  expect(shifted([a, b, c], "a", -1)).toBeNull();
  expect(shifted([a, b, c], "c", 1)).toBeNull();
});

test("the shown tree follows, and nothing else moves", () => {
  const tree = {
    sections: [
      section("news", [a, b]),
      section("education", [c], "education"),
      section("x", [], "special"),
      section("y", [], "special"),
    ],
  } as unknown as ColumnTree;
  expect(ids(treeInOrder(tree, [b, a]).sections[0]?.children ?? null)).toEqual(["b", "a"]);
  const specials = tree.sections.slice(2);
  expect(ids(treeInOrder(tree, specials.toReversed()).sections)).toEqual(["news", "education", "y", "x"]);
  expect(ids(treeInOrder(tree, [b, a]).sections)).toEqual(["news", "education", "x", "y"]);
});
