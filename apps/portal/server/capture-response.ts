import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";

/** A whole answer, held in memory. */
export type CapturedResponse = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** A request handler of Next's (or any other) shape. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** The answer did not come, broke off, or grew too big. */
export class CaptureError extends Error {
  override readonly name = "CaptureError";
}

type Done = { resolve: (captured: CapturedResponse) => void; reject: (error: Error) => void };

function toBuffer(chunk: unknown, encoding: unknown): Buffer | null {
  if (typeof chunk !== "string") return chunk instanceof Uint8Array ? Buffer.from(chunk) : null;
  return Buffer.from(chunk, typeof encoding === "string" && Buffer.isEncoding(encoding) ? encoding : "utf8");
}

/**
 * A response that goes nowhere: it holds back the status line and the headers, which Next flushes before the body,
 * and collects what is written. Built on the real class, so that every property a handler may look at is there.
 */
class HeldResponse extends ServerResponse {
  readonly #chunks: Buffer[] = [];
  readonly #done: Done;
  readonly #bytesMax: number;
  #length = 0;
  #headersHeld = false;
  #ended = false;

  constructor(request: IncomingMessage, done: Done, bytesMax: number) {
    super(request);
    this.#done = done;
    this.#bytesMax = bytesMax;
    const ended = { get: () => this.#ended };
    Object.defineProperties(this, {
      headersSent: { get: () => this.#headersHeld },
      finished: ended,
      writableEnded: ended,
      writableFinished: ended,
    });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers: unknown = rest.find((part) => typeof part === "object" && part !== null);
    if (Array.isArray(headers)) {
      for (let index = 0; index + 1 < headers.length; index += 2)
        this.setHeader(String(headers[index]), String(headers[index + 1]));
    } else {
      for (const [name, value] of Object.entries(headers ?? {})) {
        if (value !== undefined) this.setHeader(name, toHeaderValue(value));
      }
    }
    this.#headersHeld = true;
    return this;
  }

  override flushHeaders(): void {
    this.#headersHeld = true;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#headersHeld = true;
    this.#collect(chunk, rest[0]);
    callLast(rest);
    return true;
  }

  override end(...args: unknown[]): this {
    if (this.#ended) return this;
    this.#collect(args[0], args[1]);
    this.#headersHeld = true;
    this.#ended = true;
    this.#done.resolve({ status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
    callLast(args);
    this.emit("finish");
    this.emit("close");
    return this;
  }

  override destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.#done.reject(error ?? new CaptureError("the answer broke off"));
    this.emit("close");
    return this;
  }

  #collect(chunk: unknown, encoding: unknown): void {
    const buffer = toBuffer(chunk, encoding);
    if (buffer === null) return;
    this.#length += buffer.length;
    if (this.#length > this.#bytesMax)
      this.destroy(new CaptureError(`the answer is longer than ${this.#bytesMax} bytes`));
    else this.#chunks.push(buffer);
  }
}

function toHeaderValue(value: unknown): string | string[] {
  return Array.isArray(value) ? value.map(String) : String(value);
}

function callLast(args: readonly unknown[]): void {
  const callback = args.at(-1);
  if (typeof callback === "function") process.nextTick(callback);
}

/** A GET that came from nobody: what the handler learns of the outside world is in these arguments and nowhere else. */
function syntheticRequest(url: string, headers: Readonly<Record<string, string>>): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.method = "GET";
  request.url = url;
  request.httpVersion = "1.1";
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { ...headers };
  request.rawHeaders = Object.entries(headers).flat();
  request.complete = true;
  request.push(null);
  return request;
}

export type CaptureOptions = {
  url: string;
  headers: Readonly<Record<string, string>>;
  timeoutMs: number;
  bytesMax: number;
};

/**
 * Asks a handler for one page and waits for the whole of it.
 * @throws CaptureError after `timeoutMs`, when the handler breaks off, or when the answer exceeds `bytesMax`.
 */
export async function captureResponse(handler: RequestHandler, options: CaptureOptions): Promise<CapturedResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<CapturedResponse>();
  const request = syntheticRequest(options.url, options.headers);
  const response = new HeldResponse(request, { resolve, reject }, options.bytesMax);
  const timer = setTimeout(() => {
    response.destroy(new CaptureError(`no answer within ${options.timeoutMs} ms`));
    request.destroy();
  }, options.timeoutMs);
  try {
    // A handler that ends without an answer is noticed by the timeout only, because it may still be streaming.
    Promise.resolve(handler(request, response)).catch(reject);
    return await promise;
  } finally {
    clearTimeout(timer);
    request.socket.destroy();
  }
}
