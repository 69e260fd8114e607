import type { IncomingMessage } from "node:http";
import type { LimitReceiptGuesses } from "@zhibu/core/publicity/receipt-guess-limit";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { canonicalUrl } from "./canonical-url.ts";
import { DocumentFilterError } from "./document-filter.ts";
import type { Log } from "./log.ts";
import { answerPlainly } from "./plain-answers.ts";
import type { DirectDoor } from "./reader-door.ts";
import { readerRoute } from "./reader-routes.ts";
import type { ReadyPage } from "./ready-page.ts";
import { sendPage } from "./send-page.ts";
import type { Site } from "./sites.ts";

export type ReceiptDoorParts = {
  /** The page as it is made at this moment: 200 for a receipt somebody holds, 404 for every other number. */
  makeAnew: (site: Site, path: string) => Promise<ReadyPage>;
  limit: LimitReceiptGuesses;
  clientAddress: (request: IncomingMessage) => string;
  log: Log;
};

const receiptPath = "/g/receipt";

/** The canonical path with the number somebody asks for; `null` where nobody asks for one. */
function askedFor(site: Site, target: string): string | null {
  const url = canonicalUrl(target);
  if (url.kind !== "canonical") return null;
  const { path } = readerRoute(site.kind, url.path, url.query);
  return path.startsWith(`${receiptPath}?`) ? path : null;
}

/**
 * `GET /g/receipt?number=…`: how far an objection is. Its page is never kept, for a kept one would be read past the limit,
 * and is nobody's but the sender's. Who guesses too often is told to wait, whatever the number.
 */
export function receiptDoor({ makeAnew, limit, clientAddress, log }: ReceiptDoorParts): DirectDoor {
  return (site, path, request, response) => {
    const asked = path === receiptPath ? askedFor(site, request.url ?? "/") : null;
    if (asked === null) return false;
    limit(
      clientAddress(request),
      () => makeAnew(site, asked),
      (page) => page.status === 200,
    ).then(
      (page) => sendPage(request, response, page),
      (error: unknown) => {
        if (error instanceof AppError && error.code === "RATE_LIMITED") {
          const seconds = Number(error.params["minutes"] ?? 1) * 60;
          return answerPlainly(response, "tooManyReceipts", ["retry-after", String(seconds)]);
        }
        // The error's words may hold the number, which is the sender's secret.
        const kind = error instanceof Error ? error.name : "unknown";
        log.error("a receipt's page could not be rendered", { site: site.slug, kind });
        answerPlainly(response, error instanceof DocumentFilterError ? "pageFailed" : "unavailable");
      },
    );
    return true;
  };
}
