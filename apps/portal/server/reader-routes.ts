import type { Site } from "./sites.ts";

/** Where answers are kept: `pages` is the real stock; `transient` is small, so that made-up addresses can't push pages out. */
export type Shelf = "pages" | "transient";

type ReaderRoute = {
  pattern: RegExp;
  kind: Site["kind"] | "both";
  /** Query parameters that are part of the address, in canonical order; all others are dropped. */
  query: readonly string[];
  shelf: Shelf;
};

/**
 * Every address a reader may ask Next for. What matches no row is answered with the site's one 404 page and never
 * reaches Next, so a flood of made-up addresses costs nothing. A new reader page needs a row here.
 */
const readerRoutes: readonly ReaderRoute[] = [
  { pattern: /^\/$/u, kind: "both", query: [], shelf: "pages" },
  { pattern: /^\/(?:feed|sitemap)\.xml$/u, kind: "both", query: [], shelf: "pages" },
  { pattern: /^\/robots\.txt$/u, kind: "both", query: [], shelf: "pages" },
  { pattern: /^\/a\/[1-9]\d{0,8}$/u, kind: "branch", query: [], shelf: "pages" },
  { pattern: /^\/c\/[a-z0-9][a-z0-9-]{0,63}(?:\/[1-9]\d{0,4})?$/u, kind: "branch", query: [], shelf: "pages" },
  { pattern: /^\/p\/[a-z0-9][a-z0-9-]{0,39}$/u, kind: "both", query: [], shelf: "pages" },
  { pattern: /^\/g(?:\/[1-9]\d{0,8})?$/u, kind: "branch", query: [], shelf: "pages" },
  { pattern: /^\/g\/receipt$/u, kind: "branch", query: ["number"], shelf: "transient" },
  { pattern: /^\/g\/[1-9]\d{0,8}\/refused$/u, kind: "branch", query: ["why"], shelf: "transient" },
  { pattern: /^\/branches$/u, kind: "portal", query: [], shelf: "pages" },
  { pattern: /^\/experience(?:\/[1-9]\d{0,4})?$/u, kind: "portal", query: [], shelf: "pages" },
  { pattern: /^\/m\/[a-z]{1,32}(?:\/[1-9]\d{0,4})?$/u, kind: "portal", query: [], shelf: "pages" },
];

/** The address that stands for every address that does not exist; no route of Next's may answer it with anything but 404. */
export const missingPath = "/404";

/** Longest value of a query parameter that is kept, in characters. */
const queryValueMax = 100;

function canonicalQuery(query: URLSearchParams, allowed: readonly string[]): string {
  const kept = new URLSearchParams();
  for (const name of allowed) {
    const value = query.get(name)?.trim().slice(0, queryValueMax);
    if (value) kept.set(name, value);
  }
  const text = kept.toString();
  return text === "" ? "" : `?${text}`;
}

/** The cache key's path (with the query that counts) and its shelf; `missingPath` for what can't exist on this kind of site. */
export function readerRoute(kind: Site["kind"], path: string, query: URLSearchParams): { path: string; shelf: Shelf } {
  const route = readerRoutes.find((row) => (row.kind === "both" || row.kind === kind) && row.pattern.test(path));
  if (route === undefined) return { path: missingPath, shelf: "pages" };
  return { path: route.query.length === 0 ? path : path + canonicalQuery(query, route.query), shelf: route.shelf };
}
