import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../kernel/app-error.ts";
import { flattenBaselineColumns } from "./baseline-columns.ts";
import { columnSlugSchema } from "./column-inputs.ts";
import { columnsMax } from "./column-limits.ts";
import { freeSlug } from "./column-slug.ts";
import { siblingsOf, withColumn, withMoved, withOrder, withoutColumn, type TreeColumn } from "./column-tree.ts";

const baseline: readonly TreeColumn[] = flattenBaselineColumns().map((column) => ({
  id: column.key,
  parentId: column.parentKey,
  baselineKey: column.key,
  module: column.module,
  slug: column.slug,
  name: column.name,
  position: column.position,
}));

/** Everything that must hold of any tree a branch can come to. */
function assertSound(tree: readonly TreeColumn[]): void {
  expect(tree.length).toBeLessThanOrEqual(columnsMax);
  expect(new Set(tree.map((column) => column.id)).size).toBe(tree.length);
  expect(new Set(tree.map((column) => column.slug)).size).toBe(tree.length);
  for (const column of tree) {
    const parent = tree.find((each) => each.id === column.parentId);
    expect(column.parentId === null || parent !== undefined).toBe(true);
    expect(parent?.parentId ?? null).toBeNull();
    expect(parent === undefined || parent.module === column.module).toBe(true);
    const siblings = siblingsOf(tree, column);
    // The three baseline columns of the first level are alone in their modules and keep the numbers they came with.
    const isBaselineRoot = column.parentId === null && column.baselineKey !== null;
    const wanted = isBaselineRoot ? [column.position] : siblings.map((_, index) => index);
    expect(siblings.map((each) => each.position)).toEqual(wanted);
    expect(new Set(siblings.map((each) => each.name)).size).toBe(siblings.length);
  }
  for (const column of baseline) {
    expect(tree.find((each) => each.id === column.id)).toMatchObject({
      parentId: column.parentId,
      module: column.module,
    });
  }
}

type Step =
  | { verb: "add"; under: number | null; name: number }
  | { verb: "move"; which: number; under: number | null }
  | { verb: "remove"; which: number }
  | { verb: "order"; which: number; seed: number };

const index = fc.nat(80);
const steps = fc.array(
  fc.oneof(
    fc.record({ verb: fc.constant("add" as const), under: fc.option(index), name: fc.nat(12) }),
    fc.record({ verb: fc.constant("move" as const), which: index, under: fc.option(index) }),
    fc.record({ verb: fc.constant("remove" as const), which: index }),
    fc.record({ verb: fc.constant("order" as const), which: index, seed: fc.nat() }),
  ),
  { maxLength: 80 },
);

function idAt(tree: readonly TreeColumn[], which: number | null): string | null {
  return which === null ? null : (tree[which % tree.length]?.id ?? null);
}

function take(tree: readonly TreeColumn[], step: Step, number: number): TreeColumn[] {
  if (step.verb === "add") {
    return withColumn(tree, {
      id: `own${number}`,
      slug: `own-${number}`,
      name: `栏目${step.name}`,
      parentId: idAt(tree, step.under),
    });
  }
  const id = idAt(tree, step.which) ?? "";
  if (step.verb === "move") return withMoved(tree, id, idAt(tree, step.under));
  if (step.verb === "remove") return withoutColumn(tree, id);
  const column = tree.find((each) => each.id === id);
  const ids = column ? siblingsOf(tree, column).map((each) => each.id) : [];
  return withOrder(
    tree,
    ids
      .map((each, at) => ({ each, key: ((at + 1) * (step.seed % 97)) % 13 }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ each }) => each),
  );
}

/** A refused step leaves the tree as it was; anything else thrown is a fault. */
function attempt(tree: readonly TreeColumn[], step: Step, number: number): readonly TreeColumn[] {
  try {
    return take(tree, step, number);
  } catch (error) {
    if (error instanceof AppError) return tree;
    throw error;
  }
}

test("whatever is done to it, the tree stays a tree of two levels in a gapless order", () => {
  fc.assert(
    fc.property(steps, (walk) => {
      let tree = baseline;
      for (const [number, step] of walk.entries()) {
        tree = attempt(tree, step, number);
        assertSound(tree);
      }
    }),
    { numRuns: 300 },
  );
});

function reasonOf(work: () => unknown): string {
  try {
    work();
    return "accepted";
  } catch (error) {
    return error instanceof AppError ? error.reason : String(error);
  }
}

const own = (id: string, parentId: string | null, name = id): Parameters<typeof withColumn>[1] => ({
  id,
  slug: id,
  name,
  parentId,
});

describe("refusals", () => {
  const tree = withColumn(withColumn(baseline, own("tese", null)), own("tese-sub", "tese"));

  test.each<[string, () => unknown]>([
    ["column.tooDeep", () => withColumn(tree, own("x", "news.meetings"))],
    ["column.tooDeep", () => withMoved(tree, "tese", "news")],
    ["column.tooDeep", () => withMoved(tree, "tese-sub", "news.meetings")],
    ["column.tooDeep", () => withMoved(withoutColumn(tree, "tese-sub"), "tese", "tese")],
    ["column.slugTaken", () => withColumn(tree, { ...own("x", null), slug: "meetings" })],
    ["column.nameTaken", () => withColumn(tree, own("x", "news", "党务会议"))],
    ["column.baselineStays", () => withoutColumn(tree, "news.meetings")],
    ["column.baselineStays", () => withMoved(tree, "news.meetings", "education")],
    ["column.hasChildren", () => withoutColumn(tree, "tese")],
    ["column.orderChanged", () => withOrder(tree, ["news.meetings", "news.activities"])],
    ["column.orderChanged", () => withOrder(tree, ["news.meetings", "news.activities", "news.theory", "news.theory"])],
    [
      "column.orderChanged",
      () => withOrder(tree, ["news.meetings", "news.activities", "news.theory", "education.faq"]),
    ],
    ["notFound", () => withColumn(tree, own("x", "nowhere"))],
    ["notFound", () => withMoved(tree, "nowhere", null)],
  ])("%s", (reason, work) => {
    expect(reasonOf(work)).toBe(reason);
  });

  test("column.tooMany", () => {
    let full = baseline;
    while (full.length < columnsMax) full = withColumn(full, own(`own${full.length}`, null));
    expect(reasonOf(() => withColumn(full, own("x", null)))).toBe("column.tooMany");
  });
});

test("a moved column takes its new module, and what it leaves closes up", () => {
  const tree = withColumn(withColumn(baseline, own("a", "news")), own("b", "news"));
  const moved = withMoved(tree, "a", "education");
  expect(moved.find((each) => each.id === "a")).toMatchObject({
    module: "education",
    parentId: "education",
    position: 6,
  });
  expect(moved.find((each) => each.id === "b")).toMatchObject({ position: 4 });
});

test.each([
  [["zhu", "ti", "dang", "ri"], [], "zhu-ti-dang-ri"],
  [["zhu", "ti"], ["zhu-ti", "zhu-ti-2"], "zhu-ti-3"],
  [["2026", "nian"], [], "lanmu-2026-nian"],
  [["！"], [], "lanmu"],
  [["a"], [], "a-2"],
])("%j becomes an address", (syllables, taken, slug) => {
  expect(freeSlug(syllables, new Set(taken))).toBe(slug);
});

test("every suggested address is one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 12 }), { maxLength: 20 }),
      fc.array(fc.constantFrom("lanmu", "lanmu-2", "a-2")),
      (syllables, taken) => {
        const slug = freeSlug(syllables, new Set(taken));
        expect(columnSlugSchema.safeParse(slug).success).toBe(true);
        expect(taken).not.toContain(slug);
      },
    ),
  );
});
