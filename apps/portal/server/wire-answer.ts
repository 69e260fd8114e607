/** Longer than the idle time of the usual proxies (60 s), so that it is never we who close under a request. */
export const idleMs = 65_000;

const connectionLines = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.trunc(idleMs / 1_000)}\r\n`;
const datePlace = "Thu, 01 Jan 1970 00:00:00 GMT";

/** How far the date may lag behind the clock (ms). */
const dateLagMs = 250;

let date = datePlace;
let dateSecond = 0;
let dateUntil = 0;

/**
 * The second whose text is in `date`, since 1970. Next makes `Date` look for a rendering under way at each use, so it is
 * asked rarely.
 */
function currentSecond(): number {
  const now = performance.now();
  if (now >= dateUntil) {
    dateUntil = now + dateLagMs;
    const current = new Date();
    dateSecond = Math.trunc(current.getTime() / 1_000);
    date = current.toUTCString();
  }
  return dateSecond;
}

/**
 * A whole HTTP/1.1 answer for a connection that stays open, in one piece of memory, so that sending it is one write.
 * Only its date changes from one sending to the next.
 */
export class WireAnswer {
  /** The body alone; a view of the same memory. */
  readonly body: Buffer;
  readonly #whole: Buffer;
  readonly #dateAt: number;
  /** Of the date it shows; a number, for a text would be noted by the garbage collector at each change. */
  #second = 0;

  /** `lines` are header lines with their line ends; `body` is copied. */
  constructor(statusLine: string, lines: string, body: Buffer) {
    const beforeDate = `${statusLine}\r\n${lines}Date: `;
    const head = `${beforeDate}${datePlace}\r\n${connectionLines}\r\n`;
    // Memory of its own: small results of zlib share a pool that one of them would keep alive.
    this.#whole = Buffer.allocUnsafeSlow(head.length + body.length);
    this.#whole.write(head, "latin1");
    this.body = this.#whole.subarray(head.length);
    body.copy(this.body);
    this.#dateAt = beforeDate.length;
  }

  /** Bytes of memory it takes. */
  get length(): number {
    return this.#whole.length;
  }

  /** The answer as it is sent at this moment. */
  bytes(): Buffer {
    const now = currentSecond();
    if (now !== this.#second) {
      this.#second = now;
      this.#whole.write(date, this.#dateAt, "latin1");
    }
    return this.#whole;
  }
}
