import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
  type ServerOptions,
} from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import type { Door } from "../front-door.ts";

export type Served = { port: number; server: Server };

/** A real HTTP server around a door, closed when the test ends. */
export async function serve(
  door: Door,
  prepare: (server: Server) => void = () => {},
  options: ServerOptions = {},
): Promise<Served> {
  const server = createServer({ joinDuplicateHeaders: true, keepAliveTimeout: 65_000, ...options }, door);
  prepare(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  });
  return { port: (server.address() as AddressInfo).port, server };
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

type Question = { method?: string; headers?: Record<string, string | string[]>; body?: string };

/** One request on a connection of its own; nothing is unpacked or followed. */
export async function ask(port: number, host: string, path: string, question: Question = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body } = question;
  const outgoing = request({ port, host: "127.0.0.1", path, method, agent: false, headers: { host, ...headers } });
  outgoing.end(body);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  outgoing.on("response", resolve).on("error", reject);
  const incoming = await promise;
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: await buffer(incoming) };
}

/** How much longer than usual a server may take to begin its last answer; on a busy machine silence proves nothing sooner. */
const patience = 40;

/**
 * Sends pieces as they stand over one connection, waiting between them, and returns all that came back.
 * After the last piece it waits for something to come back, and only then for silence.
 */
export async function talk(port: number, pieces: readonly (string | Buffer)[], quietMs = 60): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const received: Buffer[] = [];
  let lastAt = Date.now();
  let closed = false;
  socket.on("data", (chunk: Buffer) => {
    received.push(chunk);
    lastAt = Date.now();
  });
  socket.on("error", () => {});
  socket.on("close", () => (closed = true));
  await once(socket, "connect");
  for (const [index, piece] of pieces.entries()) {
    if (closed) break;
    const before = received.length;
    socket.write(piece);
    lastAt = Date.now();
    const isLast = index === pieces.length - 1;
    const limitMs = () => (isLast && received.length === before ? quietMs * patience : quietMs);
    while (!closed && Date.now() - lastAt < limitMs()) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  socket.destroy();
  return Buffer.concat(received).toString("latin1");
}
