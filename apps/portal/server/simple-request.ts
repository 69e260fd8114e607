import { probeHeader } from "@zhibu/core/publicity/probe/probe-token";

/** A GET or HEAD without a body that arrived whole and alone in one piece. */
export type SimpleRequest = {
  method: string;
  target: string;
  host: string | undefined;
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
  /** Nothing in it asks for more than the page: no range, no closing of the connection. */
  ordinary: boolean;
};

/** Longer ones are left to Node. */
const headBytesMax = 4_096;

/** What a byte may be part of: a header's name, a header's value, a request target. */
const inName = 1;
const inValue = 2;
const inTarget = 4;
const blank = 8;
const roles = new Uint8Array(256).map((_, byte) => {
  const isName = /[!#$%&'*+.^_`|~0-9A-Za-z-]/u.test(String.fromCharCode(byte));
  const isValue = byte === 0x09 || (byte >= 0x20 && byte !== 0x7f);
  const isTarget = byte > 0x20 && byte < 0x7f;
  const isBlank = byte === 0x09 || byte === 0x20;
  return (isName ? inName : 0) | (isValue ? inValue : 0) | (isTarget ? inTarget : 0) | (isBlank ? blank : 0);
});

/** The first place from `at` on whose byte has none of the roles; the end of the piece has none. */
function past(piece: Buffer, at: number, role: number): number {
  let place = at;
  while (((roles[piece[place] ?? 0] ?? 0) & role) !== 0) place += 1;
  return place;
}

function isLineEnd(piece: Buffer, at: number): boolean {
  return piece[at] === 0x0d && piece[at + 1] === 0x0a;
}

const version = " HTTP/1.1\r\n";

/** With one of these the message may go on after its head, or change its meaning: left to Node. */
const bodyHeaders = ["content-length", "transfer-encoding", "upgrade", "expect", "trailer", "te", "http2-settings"];

/** Length and first letter in one number; `0x20` makes a capital small. */
function outline(length: number, firstCode: number): number {
  return length * 256 + (firstCode | 0x20);
}

/**
 * Outlines of the headers that matter here. A browser sends a dozen others; most are told from these without being cut
 * out of the text.
 */
const outlines = new Set(
  [...bodyHeaders, "host", "accept-encoding", "if-none-match", "connection", "range", probeHeader].map((name) =>
    outline(name.length, name.charCodeAt(0)),
  ),
);

/**
 * Reads a piece of a connection if it is exactly one simple request; `null` for everything else.
 * It decides only what may be answered from ready bytes. Whatever it does not understand, Node's parser judges,
 * so it never has to be lenient.
 */
export function parseSimpleRequest(piece: Buffer): SimpleRequest | null {
  if (piece.length > headBytesMax) return null;
  const text = piece.toString("latin1");
  const method = text.startsWith("GET /") ? "GET" : text.startsWith("HEAD /") ? "HEAD" : null;
  if (method === null) return null;
  const targetAt = method.length + 1;
  const targetEnd = past(piece, targetAt, inTarget);
  if (!text.startsWith(version, targetEnd)) return null;
  const request: SimpleRequest = {
    method,
    target: text.slice(targetAt, targetEnd),
    host: undefined,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
    ordinary: method === "GET",
  };
  let at = targetEnd + version.length;
  while (!isLineEnd(piece, at)) {
    const colon = past(piece, at, inName);
    const end = past(piece, colon + 1, inValue);
    if (colon === at || piece[colon] !== 0x3a || !isLineEnd(piece, end)) return null;
    const matters = outlines.has(outline(colon - at, piece[at] ?? 0));
    if (matters && !takeHeader(request, text.slice(at, colon).toLowerCase(), trimmed(piece, text, colon + 1, end)))
      return null;
    at = end + 2;
  }
  return at + 2 === piece.length ? request : null;
}

/** A header's value without the blanks around it. */
function trimmed(piece: Buffer, text: string, from: number, to: number): string {
  let end = to;
  while (end > from && ((roles[piece[end - 1] ?? 0] ?? 0) & blank) !== 0) end -= 1;
  return text.slice(Math.min(past(piece, from, blank), end), end);
}

/** Notes a header; false when the request is not a simple one after all. */
function takeHeader(request: SimpleRequest, name: string, value: string): boolean {
  switch (name) {
    case "host":
      if (request.host !== undefined) return false;
      request.host = value;
      return true;
    case "accept-encoding":
      if (request.acceptEncoding !== undefined) return false;
      request.acceptEncoding = value;
      return true;
    case "if-none-match":
      if (request.ifNoneMatch !== undefined) return false;
      request.ifNoneMatch = value;
      return true;
    case "connection":
      if (value.toLowerCase() !== "keep-alive") request.ordinary = false;
      return true;
    case "range":
    case probeHeader:
      request.ordinary = false;
      return true;
    default:
      return !bodyHeaders.includes(name);
  }
}
