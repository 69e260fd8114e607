import path from "node:path";

type SourceText = { readonly file: string; readonly source: string };

/** Which slices of a ring import which, by their relative imports; `file` is relative to the ring's folder. */
export function sliceGraph(sources: readonly SourceText[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, source } of sources) {
    const slice = sliceOf(file);
    const imports = graph.get(slice) ?? new Set<string>();
    for (const [, target = ""] of source.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)) {
      const imported = sliceOf(path.posix.join(path.posix.dirname(file), target));
      if (imported !== slice) imports.add(imported);
    }
    graph.set(slice, imports);
  }
  return graph;
}

function sliceOf(file: string): string {
  return file.split("/")[0] ?? file;
}

/** The slices on a cycle, as a path that ends where it began, or null. */
export function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const finished = new Set<string>();
  function visit(slice: string, trail: readonly string[]): string[] | null {
    if (trail.includes(slice)) return [...trail.slice(trail.indexOf(slice)), slice];
    if (finished.has(slice)) return null;
    for (const next of graph.get(slice) ?? []) {
      const cycle = visit(next, [...trail, slice]);
      if (cycle !== null) return cycle;
    }
    finished.add(slice);
    return null;
  }
  for (const slice of graph.keys()) {
    const cycle = visit(slice, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
