import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { objectionInput, type ObjectionInput } from "@zhibu/domain/publicity/objection-inputs";
import type { Log } from "./log.ts";
import { type ObjectionForm, withObjectionForm } from "./objection-form.ts";
import { answerPlainly } from "./plain-answers.ts";
import type { DirectDoor } from "./reader-door.ts";
import type { HeaderList } from "./security-headers.ts";
import type { Site } from "./sites.ts";

export type ObjectionDoorParts = {
  /** Takes an objection to a running list, with the file that may come with it, and returns its receipt number. */
  receive: (
    tenantId: string,
    no: number,
    input: ObjectionInput,
    file: { path: string; name: string } | null,
  ) => Promise<{ receipt: string }>;
  /** Whether one more is taken from this address now. */
  admits: (address: string) => Promise<boolean>;
  clientAddress: (request: IncomingMessage) => string;
  headers: HeaderList;
  log: Log;
};

const objectionPath = /^\/g\/([1-9]\d{0,8})\/objections$/u;

/** What a form sends: with a file or, from a page opened before there was one, without. */
const formTypes: ReadonlySet<string> = new Set(["multipart/form-data", "application/x-www-form-urlencoded"]);

/** The form's field no person sees. */
const trapField = "website";

/** So many forms are read at a time, for each may hold a file. */
const atOnceMax = 20;

type Refusal =
  | "incomplete"
  | "tooMany"
  | "notRunning"
  | "fileTooLarge"
  | "fileRefused"
  | "fileInfected"
  | "unavailable";

/** What the sender is told where the objection was not taken; `null` where nobody expected it. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === "NOT_FOUND") return "notRunning";
  if (error.code === "TOO_LARGE") return "fileTooLarge";
  // The words were judged before: what is invalid now is the file.
  if (error.code === "INVALID") return error.reason === "media.infected" ? "fileInfected" : "fileRefused";
  return null;
}

/** A form of the very host that was asked, which the front door knows for one of the site's. */
function isOwnForm({ headers: { host, origin, ...others } }: IncomingMessage): boolean {
  const from = others["sec-fetch-site"];
  const [type = ""] = (others["content-type"] ?? "").split(";", 1);
  return (
    formTypes.has(type.trim().toLowerCase()) &&
    (origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)) &&
    (from === undefined || from === "same-origin")
  );
}

/**
 * `POST /g/{no}/objections`: the one form readers send. It sets no cookie and answers with a redirect, to the receipt or
 * to why it was not taken. Other sites' pages and floods are turned away before anything is read.
 */
export function objectionDoor(parts: ObjectionDoorParts): DirectDoor {
  const { receive, admits, clientAddress, headers, log } = parts;
  let reading = 0;

  function lead(response: ServerResponse, location: string): void {
    response.writeHead(303, ["location", location, "content-length", "0", "cache-control", "no-store", ...headers]);
    response.end();
  }

  async function take(site: Site, no: number, request: IncomingMessage): Promise<{ receipt: string } | Refusal> {
    if (!(await admits(clientAddress(request)))) return "tooMany";
    if (reading >= atOnceMax) return "unavailable";
    reading += 1;
    try {
      return await withObjectionForm(request, (form) => judge(site, no, form));
    } finally {
      reading -= 1;
    }
  }

  async function judge(site: Site, no: number, form: ObjectionForm | null): Promise<{ receipt: string } | Refusal> {
    const field = (name: string): string => form?.field(name) ?? "";
    const parsed = objectionInput.safeParse({ text: field("text"), name: field("name"), contact: field("contact") });
    if (!form || !parsed.success || field(trapField) !== "") return "incomplete";
    if (form.file === "tooLarge") return "fileTooLarge";
    if (form.file === "noRoom") return "unavailable";
    try {
      return await receive(site.id, no, parsed.data, form.file);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null) return refusal;
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
