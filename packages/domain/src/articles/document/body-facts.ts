import type { BodyDocument } from "./body-schema.ts";
import { walkBody } from "./walk-body.ts";

/** Keys of the facts the body shows by reference, each once, in reading order. */
export function bodyFacts(body: BodyDocument): string[] {
  const keys = Array.from(walkBody(body), ({ node }) => (node.type === "fact" ? node.attrs.key : ""));
  return [...new Set(keys)].filter((key) => key !== "");
}
