import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/**
 * Request headers that only Next, a proxy of ours or we ourselves may write. From outside they go: some of them made
 * Next skip its checks, take another path for the real one, or answer for another host.
 */
const foreignPrefixes = ["x-middleware-", "x-forwarded-", "x-invoke-", "x-now-", "x-vercel-", "x-next-", "x-zhibu-"];
const foreignNames = new Set([
  "content-security-policy",
  "content-security-policy-report-only",
  "forwarded",
  "next-action",
  "next-resume",
  "purpose",
  "x-http-method-override",
  "x-matched-path",
  "x-nonce",
  "x-original-url",
  "x-prerender-revalidate",
  "x-real-ip",
  "x-rewrite-url",
]);
/** Sent by Next's own client while developing, and by nobody else. */
const developmentPrefix = "x-nextjs-";

function isForeign(name: string, development: boolean): boolean {
  if (foreignNames.has(name) || foreignPrefixes.some((prefix) => name.startsWith(prefix))) return true;
  return !development && name.startsWith(developmentPrefix);
}

/** Headers that tell the console's code what the front door knows. */
export const ownHeaders = {
  /** Where the request comes from: the only source of addresses there is, and what sign-in limits go by. */
  clientAddress: "x-zhibu-client-address",
  /** Path and query as the browser asked for them, for the way back after sign-in. */
  path: "x-zhibu-path",
} as const;

/** What the front door knows better than the request: host, address, policy. */
export type KnownHeaders = Readonly<Record<string, string>>;

/** Replaces a request's headers by those that may come from outside and those we write ourselves. */
export function scrubHeaders(request: IncomingMessage, known: KnownHeaders, development: boolean): void {
  const headers: IncomingHttpHeaders = {};
  const raw: string[] = [];
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || isForeign(name, development) || name in known) continue;
    headers[name] = value;
    for (const item of Array.isArray(value) ? value : [value]) raw.push(name, item);
  }
  for (const [name, value] of Object.entries(known)) {
    headers[name] = value;
    raw.push(name, value);
  }
  request.headers = headers;
  request.rawHeaders = raw;
}
