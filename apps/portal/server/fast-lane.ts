import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";
import { parseSimpleRequest, type SimpleRequest } from "./simple-request.ts";
import { idleMs } from "./wire-answer.ts";

/** The whole answer to a simple request on a connection that stays open, or `null` when Node's HTTP server is to deal with it. */
export type LaneAnswer = (request: SimpleRequest) => Buffer | null;

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
};

/**
 * One connection. Simple requests for ready pages are answered on the socket itself; everything else goes to Node
 * through a `PassedSocket`. The lane is taken again only when Node has answered a request that was simple too, for
 * then both stand between two messages; after any other request the connection stays with Node for good.
 */
class LaneConnection {
  readonly #socket: Socket;
  readonly #parts: LaneParts;
  #passed: PassedSocket | null = null;
  /** The lane may be taken again; false once Node was given anything but simple requests, one at a time. */
  #open = true;
  #waiting = false;
  #full = false;

  constructor(socket: Socket, parts: LaneParts) {
    this.#socket = socket;
    this.#parts = parts;
    socket.setTimeout(idleMs);
    // Node's socket pushes each piece it has read into its own stream. What the lane answers never goes through there,
    // which saves a tenth of the whole; should Node stop doing so, everything still arrives as `data`.
    const push = socket.push.bind(socket);
    socket.push = (piece: unknown, encoding) =>
      (piece instanceof Buffer && socket.readableLength === 0 && this.#isAnswered(piece)) || push(piece, encoding);
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

  /** Answers what has a ready answer, if nothing asked before is still unanswered. */
  #isAnswered(piece: Buffer): boolean {
    if (!this.#open || this.#waiting || this.#full) return false;
    const request = parseSimpleRequest(piece);
    const answer = request?.ordinary === true ? this.#parts.answer(request) : null;
    if (answer === null) return false;
    this.#send(answer);
    return true;
  }

  #take(piece: Buffer): void {
    if (this.#isAnswered(piece)) return;
    // A second piece before the answer, or one that is more or less than a request: Node keeps the connection.
    this.#open &&= !this.#waiting && parseSimpleRequest(piece) !== null;
    this.#waiting = this.#open;
    if (!this.#passedSocket().push(piece)) this.#socket.pause();
  }

  #send(answer: Buffer): void {
    if (this.#socket.write(answer)) return;
    // Who asks without reading the answers waits until they are read.
    this.#full = true;
    this.#socket.pause();
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
 * about half the cost; all others reach the server as before: the server's `connection` listener takes any duplex stream.
 */
export function installFastLane(server: Server, answer: LaneAnswer): FastLane {
  const connections = new Set<LaneConnection>();
  const listeners = server.listeners("connection");
  const parts: LaneParts = {
    answer,
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
