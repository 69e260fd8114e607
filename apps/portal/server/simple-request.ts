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

/** RFC 9112 without its tolerances: no folded lines, no bare CR or LF, no space before a colon, no control characters. */
const grammar =
  /^(GET|HEAD) (\/[\u0021-\u007e]*) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\u0020-\u007e\u0080-\u00ff]*\r\n)+\r\n$/u;

/** With one of these the message may go on after its head, or change its meaning: left to Node. */
const bodyHeaders = new Set([
  "content-length",
  "transfer-encoding",
  "upgrade",
  "expect",
  "trailer",
  "te",
  "http2-settings",
]);

/**
 * Reads a piece of a connection if it is exactly one simple request; `null` for everything else.
 * It decides only what may be answered from ready bytes. Whatever it does not understand, Node's parser judges,
 * so it never has to be lenient.
 */
export function parseSimpleRequest(piece: Buffer): SimpleRequest | null {
  if (piece.length > headBytesMax) return null;
  const text = piece.toString("latin1");
  const [, method, target] = grammar.exec(text) ?? [];
  if (method === undefined || target === undefined) return null;
  const request: SimpleRequest = {
    method,
    target,
    host: undefined,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
    ordinary: method === "GET",
  };
  for (let at = text.indexOf("\r\n") + 2; at < text.length - 2;) {
    const colon = text.indexOf(":", at);
    const end = text.indexOf("\r\n", colon);
    if (!takeHeader(request, text.slice(at, colon).toLowerCase(), text, colon + 1, end)) return null;
    at = end + 2;
  }
  return request;
}

/** Notes a header; false when the request is not a simple one after all. */
function takeHeader(request: SimpleRequest, name: string, text: string, from: number, to: number): boolean {
  switch (name) {
    case "host":
      if (request.host !== undefined) return false;
      request.host = text.slice(from, to).trim();
      return true;
    case "accept-encoding":
      if (request.acceptEncoding !== undefined) return false;
      request.acceptEncoding = text.slice(from, to).trim();
      return true;
    case "if-none-match":
      if (request.ifNoneMatch !== undefined) return false;
      request.ifNoneMatch = text.slice(from, to).trim();
      return true;
    case "connection":
      if (text.slice(from, to).trim().toLowerCase() !== "keep-alive") request.ordinary = false;
      return true;
    case "range":
      request.ordinary = false;
      return true;
    default:
      return !bodyHeaders.has(name);
  }
}
