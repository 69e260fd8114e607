/** Longest request target that is looked at, in characters. */
export const urlLengthMax = 2048;

export type CanonicalUrl =
  | { kind: "canonical"; path: string; query: URLSearchParams }
  /** Another spelling of `location`; readers and robots are sent there for good. */
  | { kind: "moved"; location: string }
  | { kind: "malformed" };

/** Decoded, these would mean something else to one layer than to the next: controls, backslash, an encoded slash. */
// oxlint-disable-next-line no-control-regex -- control characters are the point
const ambiguous = /[\u0000-\u001f\u007f\\]|%2f/iu;
const trailingSlashes = /(?<=.)\/+$/u;

function resolveDots(segments: readonly string[]): string[] {
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === "..") resolved.pop();
    else if (segment !== "" && segment !== ".") resolved.push(segment);
  }
  return resolved;
}

/**
 * Brings a request target (`/path?query`) to its one spelling: no empty or dot segments, no trailing slash,
 * percent-encoding only where needed. The location of a move is always a path of this host.
 */
export function canonicalUrl(target: string): CanonicalUrl {
  const mark = target.indexOf("?");
  const rawPath = mark === -1 ? target : target.slice(0, mark);
  const rawQuery = mark === -1 ? "" : target.slice(mark + 1);
  if (!rawPath.startsWith("/") || rawPath.includes("#") || ambiguous.test(rawPath)) return { kind: "malformed" };
  let path: string;
  try {
    const decoded = decodeURIComponent(rawPath);
    // What decodes to an escape again, or to a control character, is a probe and no page.
    if (ambiguous.test(decoded) || /%[0-9a-f]{2}/iu.test(decoded)) return { kind: "malformed" };
    path = `/${resolveDots(decoded.replace(trailingSlashes, "").split("/")).map(encodeURIComponent).join("/")}`;
  } catch {
    return { kind: "malformed" };
  }
  if (path !== rawPath) return { kind: "moved", location: rawQuery === "" ? path : `${path}?${rawQuery}` };
  return { kind: "canonical", path, query: new URLSearchParams(rawQuery) };
}
