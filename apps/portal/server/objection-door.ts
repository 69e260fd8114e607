import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { objectionInput, type ObjectionInput } from "@zhibu/domain/publicity/objection-inputs";
import type { Log } from "./log.ts";
import { answerPlainly } from "./plain-answers.ts";
import type { DirectDoor } from "./reader-door.ts";
import type { HeaderList } from "./security-headers.ts";
import type { Site } from "./sites.ts";

export type ObjectionDoorParts = {
  /** Takes an objection to a running list and returns its receipt number. */
  receive: (tenantId: string, no: number, input: ObjectionInput) => Promise<{ receipt: string }>;
  /** Whether one more is taken from this address now. */
  admits: (address: string) => Promise<boolean>;
  clientAddress: (request: IncomingMessage) => string;
  headers: HeaderList;
  log: Log;
};

const objectionPath = /^\/g\/([1-9]\d{0,8})\/objections$/u;

/** Two thousand characters, each up to nine bytes in a form. */
const bodyBytesMax = 32 * 1024;

/** The form's field no person sees. */
const trapField = "website";

type Refusal = "incomplete" | "tooMany" | "notRunning" | "unavailable";

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Without an encoding set, a request's chunks are buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

/**
 * `POST /g/{no}/objections`: the one form readers send. It sets no cookie and answers with a redirect, to the receipt or
 * to why it was not taken. Other sites' pages and floods are turned away before anything is read.
 */
export function objectionDoor(parts: ObjectionDoorParts): DirectDoor {
  const { receive, admits, clientAddress, headers, log } = parts;

  function lead(response: ServerResponse, location: string): void {
    response.writeHead(303, ["location", location, "content-length", "0", "cache-control", "no-store", ...headers]);
    response.end();
  }

  /** A form of the very host that was asked, which the front door knows for one of the site's. */
  function isOwnForm({ headers: { host, origin, ...others } }: IncomingMessage): boolean {
    const from = others["sec-fetch-site"];
    const type = others["content-type"] ?? "";
    return (
      type.startsWith("application/x-www-form-urlencoded") &&
      (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) &&
      (from === undefined || from === "same-origin")
    );
  }

  async function take(site: Site, no: number, request: IncomingMessage): Promise<{ receipt: string } | Refusal> {
    if (!(await admits(clientAddress(request)))) return "tooMany";
    const form = await readForm(request);
    const field = (name: string): string => form?.get(name) ?? "";
    const parsed = objectionInput.safeParse({ text: field("text"), name: field("name"), contact: field("contact") });
    if (!parsed.success || field(trapField) !== "") return "incomplete";
    try {
      return await receive(site.id, no, parsed.data);
    } catch (error) {
      if (error instanceof AppError && error.code === "NOT_FOUND") return "notRunning";
      log.warn("an objection could not be taken", { site: site.slug, error });
      return "unavailable";
    }
  }

  return (site, path, request, response) => {
    const no = site.kind === "branch" ? objectionPath.exec(path)?.[1] : undefined;
    if (no === undefined) return false;
    if (!isOwnForm(request)) answerPlainly(response, "badRequest");
    else
      take(site, Number(no), request).then(
        (taken) =>
          lead(
            response,
            typeof taken === "string" ? `/g/${no}/refused?why=${taken}` : `/g/receipt?number=${taken.receipt}`,
          ),
        (error: unknown) => {
          log.warn("an objection broke off", { site: site.slug, error });
          response.destroy();
        },
      );
    return true;
  };
}
