import http from "node:http";
import https from "node:https";
import { buffer } from "node:stream/consumers";
import type { ProbeSettings } from "./probe-settings.ts";
import { probeHeader, probeToken } from "./probe-token.ts";

/** A page to ask for: the host of its site, its path, and the hash that stands on it. */
export type PageToAsk = { host: string; path: string; hash: string };

export type PageAnswer = {
  /** Whether the page came, and was the one that was signed. */
  ok: boolean;
  /** 0 when nothing answered. */
  status: number;
  ms: number;
};

/** A reader would not wait longer. */
const patienceMs = 5_000;
const pageBytesMax = 8 * 1024 * 1024;

/** Asks for a page as a reader would, on a connection of its own, and looks whether it shows the signed text. */
export async function askPage(settings: ProbeSettings, page: PageToAsk, now: Date): Promise<PageAnswer> {
  const began = performance.now();
  const answer = (status: number, ok: boolean): PageAnswer => ({
    ok,
    status,
    ms: Math.round(performance.now() - began),
  });
  const response = await respond(settings, page, now).catch(() => null);
  if (response === null) return answer(0, false);
  const status = response.statusCode ?? 0;
  const body = await wholeBody(response).catch(() => null);
  if (body === null) return answer(0, false);
  return answer(status, status === 200 && body.includes(page.hash));
}

function respond({ origin, secret }: ProbeSettings, { host, path }: PageToAsk, now: Date) {
  const url = new URL(path, origin);
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const request = (url.protocol === "https:" ? https : http).get(url, {
    // A connection of its own is what a new reader gets; the certificate is the site's, wherever the door stands.
    agent: false,
    servername: host.replace(/:\d+$/u, ""),
    headers: { host, accept: "text/html", "accept-encoding": "identity", [probeHeader]: probeToken(secret, now) },
    signal: AbortSignal.timeout(patienceMs),
  });
  request.on("response", resolve).on("error", reject);
  return promise;
}

async function wholeBody(response: http.IncomingMessage): Promise<Buffer> {
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > pageBytesMax) response.destroy(new Error("more than a page"));
  });
  return buffer(response);
}
