import { portalOrigin } from "../../../../features/reader/addresses.ts";
import { robotsDocument } from "../../../../features/reader/sitemap-document.ts";
import { textAnswer } from "../../../../features/reader/text-answer.ts";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return textAnswer(robotsDocument(portalOrigin()), "text/plain");
}
