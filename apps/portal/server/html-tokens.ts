export type HtmlAttribute = { name: string; value: string };

/** A piece of a document; `start` and `end` are positions in the source, so that what is kept can be copied untouched. */
export type HtmlToken =
  | { kind: "open"; name: string; attributes: readonly HtmlAttribute[]; start: number; end: number }
  | { kind: "close"; name: string; start: number; end: number }
  | { kind: "comment"; text: string; start: number; end: number }
  /** The content of an element that holds text alone (`script`, `style`, `title`, `textarea`). */
  | { kind: "raw"; of: string; text: string; start: number; end: number };

/** The document is not the plain, well-formed HTML that React writes, so a browser might read it in another way than we do. */
export class HtmlSyntaxError extends Error {
  override readonly name = "HtmlSyntaxError";
}

/** Elements that hold text alone, and what ends each. */
const rawTextEnds = new Map(
  ["script", "style", "title", "textarea"].map((name) => [name, new RegExp(String.raw`</${name}[\s/>]`, "giu")]),
);
const tagName = /[a-z][a-z0-9:-]*/iuy;
const attribute = /[\s/]+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/uy;
const tagEnd = /[\s/]*>/uy;

function fail(what: string, html: string, at: number): never {
  throw new HtmlSyntaxError(`${what} at ${at}: ${JSON.stringify(html.slice(at, at + 60))}`);
}

function matchAt(pattern: RegExp, html: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(html);
}

function readOpen(html: string, start: number): HtmlToken & { kind: "open" } {
  const name = matchAt(tagName, html, start + 1)?.[0] ?? fail("unreadable tag", html, start);
  const attributes: HtmlAttribute[] = [];
  let at = start + 1 + name.length;
  for (let found = matchAt(attribute, html, at); found !== null; found = matchAt(attribute, html, at)) {
    attributes.push({ name: (found[1] ?? "").toLowerCase(), value: found[2] ?? found[3] ?? "" });
    at += found[0].length;
  }
  const end = matchAt(tagEnd, html, at)?.[0] ?? fail("unreadable attribute", html, at);
  return { kind: "open", name: name.toLowerCase(), attributes, start, end: at + end.length };
}

function readClose(html: string, start: number): HtmlToken {
  const name = matchAt(tagName, html, start + 2)?.[0] ?? fail("unreadable end tag", html, start);
  const end = matchAt(tagEnd, html, start + 2 + name.length)?.[0] ?? fail("unreadable end tag", html, start);
  return { kind: "close", name: name.toLowerCase(), start, end: start + 2 + name.length + end.length };
}

function readComment(html: string, start: number): HtmlToken {
  const close = html.indexOf("-->", start + 4);
  if (close === -1) fail("comment without end", html, start);
  const text = html.slice(start + 4, close);
  // In these shapes browsers end a comment earlier or later than its first `-->`.
  if (/^-?>|--!>|<!--|-$/u.test(text)) fail("ambiguous comment", html, start);
  return { kind: "comment", text, start, end: close + 3 };
}

function readRawText(html: string, element: string, endPattern: RegExp, start: number): HtmlToken {
  const end = matchAt(endPattern, html, start)?.index ?? fail(`<${element}> without end`, html, start);
  const text = html.slice(start, end);
  // A script that holds `<!--` may swallow its own end tag; text elements hold no markup when React wrote them.
  if (element === "script" ? text.includes("<!--") : element !== "style" && text.includes("<")) {
    fail(`ambiguous content of <${element}>`, html, start);
  }
  return { kind: "raw", of: element, text, start, end };
}

/**
 * Reads a document as a sequence of tags, comments and raw texts; ordinary text lies between them.
 * Deliberately narrower than HTML: whatever browsers repair or read in a surprising way is an error.
 * @throws HtmlSyntaxError
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  if (html.includes("\0")) fail("a NUL character", html, html.indexOf("\0"));
  const doctype = /^<!doctype html>/iu.exec(html)?.[0] ?? fail("no doctype", html, 0);
  let at = doctype.length;
  for (let start = html.indexOf("<", at); start !== -1; start = html.indexOf("<", at)) {
    const next = html.charAt(start + 1);
    if (html.startsWith("<!--", start)) {
      const comment = readComment(html, start);
      at = comment.end;
      yield comment;
    } else if (next === "/") {
      const close = readClose(html, start);
      at = close.end;
      yield close;
    } else {
      const open = readOpen(html, start);
      at = open.end;
      yield open;
      const endPattern = rawTextEnds.get(open.name);
      if (endPattern !== undefined) {
        const raw = readRawText(html, open.name, endPattern, at);
        at = raw.end;
        yield raw;
      }
    }
  }
}
