import { createHash } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { promisify } from "node:util";
import {
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
  type BrotliOptions,
} from "node:zlib";
import type { Encoding } from "./accept-encoding.ts";
import type { Sized } from "./byte-bounded-map.ts";
import { type HeaderBlock, headerBlock, headerText } from "./header-block.ts";
import type { HeaderList } from "./security-headers.ts";
import { WireAnswer } from "./wire-answer.ts";

/** What a renderer hands over: everything readers get, before it is made ready to send. */
export type RenderedPage = {
  status: number;
  contentType: string;
  /** Headers of this page alone (a policy, a location); those of every answer are added by the cache. */
  headers: HeaderList;
  body: Buffer;
  /** From when on it is rendered again before it is sent, and from when on it must not be sent (ms); never when absent. */
  freshUntil?: number;
  goneAt?: number;
};

/** One encoding of a page. */
export type PageVariant = {
  readonly bytes: Buffer;
  /** The headers of this encoding alone, for a 200 and for a 304; the page's common ones come on top. */
  readonly own: HeaderList;
  readonly ownUnchanged: HeaderList;
  /** The whole answer, of which `bytes` are a view. */
  readonly onWire: WireAnswer;
};

/**
 * Measured on an article of 22 KB: quality 5 takes 0.5 ms, 10 takes 7 ms and saves another tenth, 11 takes 22 ms and
 * saves nothing more to speak of. So the reader who waits gets 5, and pages that are asked for again get 10 later.
 */
const quickBrotli = 5;
const fineBrotli = 10;

/** Below this many bytes compression gains nothing that a network packet would notice. */
const compressedBytesMin = 512;
/** Pictures and fonts are compressed by themselves. */
const compressibleTypes = /^text\/|^image\/svg|json|xml|javascript/u;
/** What an entry costs beside its bytes: objects, header lists, its place in the map. */
const overheadBytes = 1_500;

function brotliOptions(body: Buffer, quality: number): BrotliOptions {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  return {
    params: {
      [BROTLI_PARAM_QUALITY]: quality,
      [BROTLI_PARAM_SIZE_HINT]: body.length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  };
}

const brotliLater = promisify(brotliCompress);

/**
 * A page in ready bytes. Each encoding is made for the first reader who asks for it, out of one that is there.
 * The plain form weighs three times the others together and hardly anyone takes it, so it is kept only once asked for.
 */
export class ReadyPage implements Sized {
  readonly status: number;
  /** The site's version before the rendering began: what is newer may be missing from this page. */
  readonly version: number;
  /** Headers of every encoding. */
  readonly common: HeaderBlock;
  /** How often it was sent since it was made. */
  hits = 0;
  /** From when on it is out of date (ms). */
  readonly freshUntil: number;
  /** From when on nobody may read it (ms). */
  readonly goneAt: number;
  /** A stale page whose renewal failed is not tried again before this time (ms). */
  retryAt = 0;
  readonly #digest: string;
  readonly #compressible: boolean;
  readonly #variants: { br: PageVariant | null; gzip: PageVariant | null; identity: PageVariant | null };
  /** The plain bytes until a compressed form stands in for them. */
  #unpacked: Buffer | null;
  #fine = false;
  #bytes = overheadBytes;
  #bytesChanged: () => void = () => {};

  constructor(page: RenderedPage, version: number, commonHeaders: HeaderList) {
    this.status = page.status;
    this.version = version;
    this.goneAt = page.goneAt ?? Infinity;
    this.freshUntil = Math.min(page.freshUntil ?? Infinity, this.goneAt);
    this.#digest = createHash("sha256").update(page.body).digest("base64url").slice(0, 27);
    this.#compressible = page.body.length >= compressedBytesMin && compressibleTypes.test(page.contentType);
    const vary = this.#compressible ? ["vary", "accept-encoding"] : [];
    this.common = headerBlock(["content-type", page.contentType, ...page.headers, ...vary, ...commonHeaders]);
    this.#variants = { br: null, gzip: null, identity: null };
    this.#unpacked = page.body;
    this.#weigh();
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whether a finer compression has something to gain: readers take brotli, and it is the quick one yet. */
  get isRefinable(): boolean {
    return !this.#fine && this.#variants.br !== null;
  }

  /** Calls back whenever the page has become heavier or lighter. */
  watchBytes(changed: () => void): void {
    this.#bytesChanged = changed;
  }

  /** The form to send to someone who takes these encodings, the best first. */
  variant(encodings: readonly Encoding[]): PageVariant {
    const encoding = this.#compressible ? (encodings[0] ?? "identity") : "identity";
    return this.#variants[encoding] ?? this.#make(encoding);
  }

  /** Whether an `If-None-Match` header names this page, in whatever encoding it was sent. */
  matches(ifNoneMatch: string): boolean {
    return this.status === 200 && (ifNoneMatch.includes(`"${this.#digest}`) || ifNoneMatch.trim() === "*");
  }

  /** The 304 for a reader who has this variant. */
  unchangedOnWire({ ownUnchanged }: PageVariant): WireAnswer {
    return new WireAnswer("HTTP/1.1 304 Not Modified", headerText(ownUnchanged) + this.common.text, Buffer.alloc(0));
  }

  /** Exchanges the quick brotli form for a finer one, once; the page stays usable throughout. */
  async refine(): Promise<void> {
    if (!this.isRefinable) return;
    this.#fine = true;
    const plain = this.#plain();
    this.#put("br", await brotliLater(plain, brotliOptions(plain, fineBrotli)), "-b10");
  }

  #plain(): Buffer {
    const { identity, gzip, br } = this.#variants;
    const ready = this.#unpacked ?? identity?.bytes;
    if (ready !== undefined) return ready;
    if (gzip !== null) return gunzipSync(gzip.bytes);
    return br === null ? Buffer.alloc(0) : brotliDecompressSync(br.bytes);
  }

  #make(encoding: Encoding): PageVariant {
    const plain = this.#plain();
    if (encoding === "br") return this.#put("br", brotliCompressSync(plain, brotliOptions(plain, quickBrotli)), "-b");
    if (encoding === "gzip") return this.#put("gzip", gzipSync(plain, { level: 9 }), "-g");
    return this.#put("identity", plain, "");
  }

  #put(encoding: Encoding, bytes: Buffer, suffix: string): PageVariant {
    const ownUnchanged = ["etag", `"${this.#digest}${suffix}"`];
    const contentEncoding = encoding === "identity" ? [] : ["content-encoding", encoding];
    const own = ["content-length", String(bytes.length), ...contentEncoding, ...ownUnchanged];
    const statusLine = `HTTP/1.1 ${this.status} ${STATUS_CODES[this.status] ?? ""}`;
    const onWire = new WireAnswer(statusLine, headerText(own) + this.common.text, bytes);
    const variant: PageVariant = { bytes: onWire.body, own, ownUnchanged, onWire };
    this.#variants[encoding] = variant;
    this.#unpacked = null;
    this.#weigh();
    return variant;
  }

  #weigh(): void {
    const { br, gzip, identity } = this.#variants;
    const forms = [br?.onWire, gzip?.onWire, identity?.onWire, this.#unpacked];
    this.#bytes = forms.reduce((sum, form) => sum + (form?.length ?? 0), overheadBytes);
    this.#bytesChanged();
  }
}
