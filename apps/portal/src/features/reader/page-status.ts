import type { Metadata } from "next";

/**
 * Metadata of a page whose answer is not 200. Next can't give a page these statuses together with a readable document,
 * so the document filter takes the number from this tag, and the tag out of the document.
 */
export function pageStatus(status: 404 | 410 | 503): Metadata {
  return { other: { "x-status": String(status) }, robots: { index: false } };
}
