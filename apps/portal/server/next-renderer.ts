import { captureResponse, type CapturedResponse, type RequestHandler } from "./capture-response.ts";
import { filterDocument } from "./document-filter.ts";
import type { RenderPage } from "./page-cache.ts";
import type { RenderedPage } from "./ready-page.ts";
import { inertPolicy } from "./security-headers.ts";
import type { Site } from "./sites.ts";
import { speculationRulesPath } from "./speculation-rules.ts";

/** Next did not give a page that can be shown: it failed, or answered with an error status. */
export class RenderError extends Error {
  override readonly name = "RenderError";
}

const renderTimeoutMs = 15_000;
/** While developing, the first visit of a page waits for its compilation. */
const compileTimeoutMs = 120_000;
const pageBytesMax = 8 * 1024 * 1024;

/** The first segments of Next's own paths for readers' pages; nobody may ask for them from outside. */
export const internalPrefixes = { branch: "/reader-site", portal: "/reader-portal" } as const;

/** Next's path for a site's page. */
export function internalPath(site: Site, path: string): string {
  const base = site.kind === "branch" ? `${internalPrefixes.branch}/${site.id}` : internalPrefixes.portal;
  return path === "/" ? base : base + path;
}

function headerText(captured: CapturedResponse, name: string): string | null {
  const value = captured.headers[name];
  return typeof value === "string" ? value : null;
}

function toPage(captured: CapturedResponse): RenderedPage {
  const contentType = headerText(captured, "content-type") ?? "application/octet-stream";
  const location = headerText(captured, "location");
  const { status, body } = captured;
  if (location !== null) {
    return { status, contentType: "text/plain", headers: ["location", location], body: Buffer.alloc(0) };
  }
  if (!contentType.startsWith("text/html")) {
    return { status, contentType, headers: ["content-security-policy", inertPolicy], body };
  }
  const document = filterDocument(body.toString("utf8"));
  return {
    status: document.status ?? status,
    contentType: "text/html; charset=utf-8",
    headers: ["content-security-policy", document.policy, "speculation-rules", `"${speculationRulesPath}"`],
    body: Buffer.from(document.html, "utf8"),
    freshUntil: document.freshUntil,
    goneAt: document.goneAt,
  };
}

/**
 * Renders readers' pages with Next and makes documents of them. Nothing of the reader's request reaches Next:
 * it sees the site's own host and the canonical path, so no header can find its way into a cached page.
 */
export function nextRenderer(
  handler: RequestHandler,
  { scheme, development }: { scheme: "http" | "https"; development: boolean },
): RenderPage {
  return async (site, path) => {
    const captured = await captureResponse(handler, {
      url: internalPath(site, path),
      headers: { host: site.host, accept: "text/html", "x-forwarded-host": site.host, "x-forwarded-proto": scheme },
      timeoutMs: development ? compileTimeoutMs : renderTimeoutMs,
      bytesMax: pageBytesMax,
    });
    if (captured.status >= 500)
      throw new RenderError(`${path} of ${site.slug || "the portal"} answered ${captured.status}`);
    return toPage(captured);
  };
}
