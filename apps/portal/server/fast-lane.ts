import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import type { WireAnswer } from "./send-page.ts";
import { parseSimpleRequest, type SimpleRequest } from "./simple-request.ts";

/** The ready answer to a simple request, or `null` when Node's HTTP server is to deal with it. */
export type LaneAnswer = (request: SimpleRequest) => WireAnswer | null;

let dateSecond = 0;
let dateLine = "";

function dateHeader(): string {
  const second = Math.trunc(Date.now() / 1_000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateLine = `Date: ${new Date(second * 1_000).toUTCString()}\r\n`;
  }
  return dateLine;
}

/** What Node's HTTP server sees in place of the socket: the pieces the lane passes on, and a way to answer. */
class PassedSocket extends Duplex {
  readonly #outer: Socket;
  readonly encrypted = false;
  #answering = 0;
  /** Called when an answer has been sent whole, or broken off. */
  answered: () => void = () => {};

  constructor(outer: Socket) {
    super({ allowHalfOpen: true, decodeStrings: false });
    this.#outer = outer;
  }

  get remoteAddress(): string | undefined {
    return this.#outer.remoteAddress;
  }

  get remotePort(): number | undefined {
    return this.#outer.remotePort;
  }

  get localPort(): number | undefined {
    return this.#outer.localPort;
  }

  get isAnswering(): boolean {
    return this.#answering > 0;
  }

  /** Follows an answer of Node's from the arrival of its request to its end. */
  follow(response: ServerResponse): void {
    this.#answering += 1;
    response.once("close", () => {
      this.#answering -= 1;
      this.answered();
    });
  }

  /** What Node calls on a socket to close it after the last answer. */
  destroySoon(): void {
    this.once("finish", () => this.destroy());
    this.end();
  }

  /** Idle connections are the lane's business; Node's keep-alive timer has nothing to do here. */
  setTimeout(): this {
    return this;
  }

  override _read(): void {
    this.#outer.resume();
  }

  override _write(chunk: Buffer | string, encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#outer.write(chunk, encoding, done);
  }

  override _writev(
    chunks: { chunk: Buffer | string; encoding: BufferEncoding }[],
    done: (error?: Error | null) => void,
  ): void {
    this.#outer.cork();
    for (const [index, { chunk, encoding }] of chunks.entries()) {
      if (index === chunks.length - 1) this.#outer.write(chunk, encoding, done);
      else this.#outer.write(chunk, encoding);
    }
    this.#outer.uncork();
  }

  override _final(done: () => void): void {
    this.#outer.end(done);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#outer.destroy();
    done(error);
  }
}

type LaneParts = {
  answer: LaneAnswer;
  /** Node's own way to take a connection. */
  passOn: (socket: PassedSocket) => void;
  idleMs: number;
};

/**
 * One connection. Simple requests for ready pages are answered on the socket itself; everything else goes to Node
 * through a `PassedSocket`. The lane is taken again only when Node has answered a request that was simple too, for
 * then both stand between two messages; after any other request the connection stays with Node for good.
 */
class LaneConnection {
  readonly #socket: Socket;
  readonly #parts: LaneParts;
  readonly #connectionHeaders: string;
  #passed: PassedSocket | null = null;
  /** The lane may be taken again; false once Node was given anything but simple requests, one at a time. */
  #open = true;
  #waiting = false;
  #full = false;

  constructor(socket: Socket, parts: LaneParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#connectionHeaders = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.trunc(parts.idleMs / 1_000)}\r\n\r\n`;
    socket.setTimeout(parts.idleMs);
    socket.on("data", (piece: Buffer) => this.#take(piece));
    socket.on("end", () => (this.#passed === null ? socket.end() : this.#passed.push(null)));
    socket.on("drain", () => this.#drained());
    socket.on("timeout", () => this.closeIfIdle());
    socket.on("error", () => socket.destroy());
    socket.on("close", () => this.#passed?.destroy());
  }

  closeIfIdle(): void {
    if (!this.#waiting && this.#passed?.isAnswering !== true) this.#socket.destroy();
  }

  #take(piece: Buffer): void {
    const request = this.#open && !this.#waiting ? parseSimpleRequest(piece) : null;
    const answer = request?.ordinary === true ? this.#parts.answer(request) : null;
    if (answer !== null) return this.#send(answer);
    // A second piece before the answer, or one that is more or less than a request: Node keeps the connection.
    this.#open = request !== null;
    this.#waiting = this.#open;
    if (!this.#passedSocket().push(piece)) this.#socket.pause();
  }

  #send({ head, body }: WireAnswer): void {
    const socket = this.#socket;
    socket.cork();
    let room = socket.write(head + dateHeader() + this.#connectionHeaders, "latin1");
    if (body !== null) room = socket.write(body);
    socket.uncork();
    if (room) return;
    // Who asks without reading the answers waits until they are read.
    this.#full = true;
    socket.pause();
  }

  #drained(): void {
    if (!this.#full) return;
    this.#full = false;
    this.#socket.resume();
  }

  #passedSocket(): PassedSocket {
    if (this.#passed !== null) return this.#passed;
    const passed = new PassedSocket(this.#socket);
    passed.answered = () => {
      this.#waiting = false;
    };
    passed.on("error", () => this.#socket.destroy());
    this.#passed = passed;
    this.#parts.passOn(passed);
    return passed;
  }
}

export type FastLane = {
  /** Closes the connections that wait for nothing; for a shutdown. */
  closeIdle: () => void;
};

/**
 * Puts the lane in front of an HTTP server: requests for ready pages are answered before Node's parser sees them, at
 * about half the cost; all others reach the server as before. Uses documented means only: the server's `connection`
 * listener takes any duplex stream.
 */
export function installFastLane(server: Server, answer: LaneAnswer, idleMs: number): FastLane {
  const connections = new Set<LaneConnection>();
  const listeners = server.listeners("connection");
  const parts: LaneParts = {
    answer,
    idleMs,
    passOn: (socket) => {
      for (const listener of listeners) Reflect.apply(listener, server, [socket]);
    },
  };
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    const connection = new LaneConnection(socket, parts);
    connections.add(connection);
    socket.once("close", () => connections.delete(connection));
  });
  server.prependListener("request", ({ socket }, response: ServerResponse) => {
    if (socket instanceof PassedSocket) socket.follow(response);
  });
  return {
    closeIdle: () => {
      for (const connection of connections) connection.closeIfIdle();
    },
  };
}
