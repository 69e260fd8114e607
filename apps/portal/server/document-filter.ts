import { type HtmlAttribute, HtmlSyntaxError, type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { readerPolicy } from "./security-headers.ts";
import { usedStyles } from "./used-styles.ts";

/** What leaves the server for a reader: HTML without script, the policy that holds the browser to it, and the status. */
export type ReaderDocument = {
  html: string;
  policy: string;
  status: number | null;
  /** From when on it says something that is no longer so, and is rendered again if that is possible (ms). */
  freshUntil: number;
  /** From when on it must not be shown at all, whatever cannot be reached (ms). */
  goneAt: number;
};

/**
 * How a page says that it is no plain 200: `<meta name="x-status" content="410">` in the head. Next has no other way for
 * a page that must be readable without script: it knows no 410, and the page of its `notFound()` is drawn by script.
 */
const statusName = "x-status";
const statuses = new Set(["404", "410", "503"]);
/**
 * How a page says how long it holds, as ISO instants: `x-fresh-until` for what is merely out of date afterwards (days left),
 * `x-gone-at` for what nobody may read any longer (a publicity list whose period is over).
 */
const momentNames = { "x-fresh-until": "freshUntil", "x-gone-at": "goneAt" } as const;

function isMomentName(name: string): name is keyof typeof momentNames {
  return Object.hasOwn(momentNames, name);
}

/** The page needs script to show itself, or holds something a document must not hold; a bug of the page, never of the reader. */
export class DocumentFilterError extends Error {
  override readonly name = "DocumentFilterError";
}

/** Elements that run, embed, redirect, or show nothing without script. */
const forbiddenElements = new Set(
  "applet base embed frame frameset iframe noembed noframes noscript object plaintext portal template xmp".split(" "),
);
const droppedRels = new Set(["modulepreload", "prefetch", "preconnect", "dns-prefetch", "expect"]);
const keptPreloads = new Set(["image", "font"]);
const addressAttributes = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "poster",
  "xlink:href",
  "background",
  "cite",
]);
const allowedSchemes = new Set(["http", "https", "mailto", "tel"]);
/** `nonce`: readers' pages get none, so there is nothing it could be for. */
const refusedAttributes = new Set(["srcdoc", "http-equiv", "nonce"]);
const foreignElements = new Set(["svg", "math"]);

function attributeOf(attributes: readonly HtmlAttribute[], name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

function refuse(what: string): never {
  throw new DocumentFilterError(what);
}

/** The scheme a browser would see in an address: character references read, white space and controls ignored. */
function schemeOf(address: string): string | null {
  const read = address
    .replace(/&#x([0-9a-f]{1,6});?/giu, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff)),
    )
    .replace(/&#(\d{1,7});?/gu, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0xffff)))
    .replace(/&colon;/giu, ":")
    .replace(/&(?:tab|newline);/giu, "");
  // oxlint-disable-next-line no-control-regex -- browsers skip exactly these
  const scheme = /^([^/?#:]*):/u.exec(read.replace(/[\u0000-\u0020]/gu, ""))?.[1];
  return scheme === undefined ? null : scheme.toLowerCase();
}

function checkAttribute(element: string, { name, value }: HtmlAttribute): void {
  if (name.startsWith("on")) refuse(`event handler ${name} on <${element}>`);
  if (name === "style") refuse(`style attribute on <${element}>: style="${value}"`);
  if (refusedAttributes.has(name)) refuse(`${name} on <${element}>`);
  if (name === "id" && value === "__next_error__") refuse("a page of Next's that only script draws");
  if (name === "id" && /^[BPS]:/u.test(value)) refuse(`Suspense placeholder ${value}`);
  if (!addressAttributes.has(name)) return;
  const scheme = schemeOf(value);
  const picture = element === "img" && /^data:image\/(?:png|jpeg|webp|gif|avif);/iu.test(value);
  if (scheme !== null && !allowedSchemes.has(scheme) && !picture) refuse(`address ${value} on <${element}>`);
}

/** Whether the tag only serves scripts or Next's client, and goes. */
function isDropped(name: string, attributes: readonly HtmlAttribute[]): boolean {
  if (name === "meta") return attributeOf(attributes, "name")?.startsWith("next-") ?? false;
  if (name !== "link") return false;
  const rel = attributeOf(attributes, "rel")?.toLowerCase() ?? "";
  if (rel === "preload") return !keptPreloads.has(attributeOf(attributes, "as") ?? "");
  return droppedRels.has(rel);
}

const written: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** Names of a `class` or `id` as style sheets know them; React writes five characters as references. */
function namesIn(value: string): string[] {
  return value
    .replace(/&(amp|lt|gt|quot|#x27);/gu, (_, name: string) => written[name] ?? "")
    .split(/\s+/u)
    .filter((name) => name !== "");
}

/** One pass over the tokens; keeps what lies between removals as it stands. */
class Filter {
  readonly #html: string;
  readonly #kept: string[] = [];
  /** Where the text of each style sheet stands in `#kept`; what of it the page uses is known at the end. */
  readonly #styles: number[] = [];
  /** Classes and ids. */
  readonly #names = new Set<string>();
  #copied = 0;
  #linkedStyles = false;
  #inHead = true;
  #titled = false;
  #foreignDepth = 0;
  #status: number | null = null;
  readonly #moments = { freshUntil: Infinity, goneAt: Infinity };

  constructor(html: string) {
    this.#html = html;
  }

  run(): ReaderDocument {
    for (const token of htmlTokens(this.#html)) this.#take(token);
    if (!this.#titled) refuse("no <title> in the head");
    this.#kept.push(this.#html.slice(this.#copied));
    const policy = readerPolicy(this.#styleHashes(), this.#linkedStyles);
    return { html: this.#kept.join(""), policy, status: this.#status, ...this.#moments };
  }

  /** Leaves of each style sheet what the page uses; the hashes of what is left. */
  #styleHashes(): string[] {
    const hashes = new Set<string>();
    for (const place of this.#styles) {
      const { css, hash } = usedStyles(this.#kept[place] ?? "", this.#names);
      // An escape in the sheet may have been written out.
      if (/<[!/]/u.test(css)) refuse("a style sheet that holds markup");
      this.#kept[place] = css;
      hashes.add(hash);
    }
    return [...hashes];
  }

  #replace(start: number, end: number, text: string): void {
    this.#kept.push(this.#html.slice(this.#copied, start), text);
    this.#copied = end;
  }

  #take(token: HtmlToken): void {
    if (token.kind === "comment") this.#takeComment(token);
    else if (token.kind === "raw") this.#takeRaw(token);
    else if (token.kind === "close") this.#takeClose(token);
    else this.#takeOpen(token);
  }

  #takeComment({ text, start, end }: HtmlToken & { kind: "comment" }): void {
    // Pending, failed and queued Suspense boundaries: the reader would see a fallback for ever.
    if (/^\$[?!~]/u.test(text)) refuse(`Suspense boundary <!--${text}--> that only script could finish`);
    this.#replace(start, end, "");
  }

  #takeRaw({ of, text, start, end }: HtmlToken & { kind: "raw" }): void {
    if (of === "script") this.#replace(start, end, "");
    if (of === "title" && this.#inHead && text.trim() !== "") this.#titled = true;
    if (of !== "style") return;
    if (this.#foreignDepth > 0) refuse("style element inside svg or math");
    if (text.includes("\r")) refuse("a style sheet that browsers would normalise before hashing it");
    this.#replace(start, end, text);
    this.#styles.push(this.#kept.length - 1);
  }

  #takeClose({ name, start, end }: HtmlToken & { kind: "close" }): void {
    if (name === "head") this.#inHead = false;
    if (name === "script") this.#replace(start, end, "");
    if (foreignElements.has(name)) this.#foreignDepth -= 1;
  }

  #takeOpen({ name, attributes, start, end }: HtmlToken & { kind: "open" }): void {
    const meta = name === "meta" ? (attributeOf(attributes, "name") ?? "") : "";
    if (meta === statusName) return this.#takeStatus(attributes, start, end);
    if (isMomentName(meta)) return this.#takeMoment(meta, attributes, start, end);
    if (name === "script" || isDropped(name, attributes)) return this.#replace(start, end, "");
    if (forbiddenElements.has(name)) refuse(`<${name}>`);
    if (foreignElements.has(name) && !this.#html.startsWith("/>", end - 2)) this.#foreignDepth += 1;
    for (const attribute of attributes) {
      checkAttribute(name, attribute);
      if (attribute.name === "class" || attribute.name === "id") this.#note(attribute.value);
    }
    if (name === "style") {
      const media = attributeOf(attributes, "media");
      return this.#replace(start, end, media === undefined ? "<style>" : `<style media="${media}">`);
    }
    if (name === "link" && attributeOf(attributes, "rel") === "stylesheet") this.#linkedStyles = true;
  }

  #note(value: string): void {
    for (const name of namesIn(value)) this.#names.add(name);
  }

  #takeMoment(name: keyof typeof momentNames, attributes: readonly HtmlAttribute[], start: number, end: number): void {
    const moment = Date.parse(attributeOf(attributes, "content") ?? "");
    if (!this.#inHead || Number.isNaN(moment)) refuse(`moment ${name}`);
    this.#moments[momentNames[name]] = moment;
    this.#replace(start, end, "");
  }

  #takeStatus(attributes: readonly HtmlAttribute[], start: number, end: number): void {
    const status = attributeOf(attributes, "content") ?? "";
    if (!this.#inHead || !statuses.has(status)) refuse(`status ${status}`);
    this.#status = Number(status);
    this.#replace(start, end, "");
  }
}

/**
 * Makes a document of Next's answer: scripts, flight data, script preloads and React's comments go; of the styles stays
 * what the page uses, hashed.
 * @throws DocumentFilterError when the page can't be shown without script or holds a handler, a style attribute or an embed.
 */
export function filterDocument(html: string): ReaderDocument {
  try {
    return new Filter(html).run();
  } catch (cause) {
    // The second comes from a style sheet.
    if (cause instanceof HtmlSyntaxError || cause instanceof SyntaxError)
      throw new DocumentFilterError(cause.message, { cause });
    throw cause;
  }
}
