import { bodyLinks } from "./body-links.ts";
import type { BodyDocument } from "./body-schema.ts";

/** Whether a text leads to pages of the site it was written for by their paths alone. */
export function hasSitePaths(body: BodyDocument): boolean {
  return bodyLinks(body).some(({ href }) => href.startsWith("/"));
}

/** The text as another site may have it: paths lead to the site it was written for. */
export function withLinkBase(body: BodyDocument, origin: string): BodyDocument {
  const based: unknown = JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    // Links alone have an `href`.
    key === "href" && typeof value === "string" && value.startsWith("/") ? origin + value : value,
  );
  // The same document with other addresses in it.
  return based as BodyDocument;
}
