import { once } from "node:events";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { type FastLane, installFastLane, type LaneAnswer } from "./fast-lane.ts";
import { type Door, healthPath } from "./front-door.ts";
import { healthDoor } from "./health.ts";
import { answerJson, answerPlainly } from "./plain-answers.ts";
import { idleMs } from "./wire-answer.ts";

/** How long requests under way may take when the server stops. */
const drainMs = 10_000;

const starting = healthDoor(() => ({ status: "starting" }));

/** Until everything is there: readiness says so, and so do pages. */
function startingDoor(...[request, response]: Parameters<Door>): void {
  if (request.url === healthPath) starting(request, response);
  else (request.url?.startsWith("/api/") === true ? answerJson : answerPlainly)(response, "starting");
}

export type Upgrade = (request: Parameters<Door>[0], socket: Duplex, head: Buffer) => void;

export type WebServer = {
  port: number;
  /** Lets requests in; until then they are told that the server is starting. */
  open: (door: Door, lane: LaneAnswer | null, upgrade: Upgrade) => void;
  /** Takes no new connections, lets requests under way end, then closes what is left. */
  close: () => Promise<void>;
};

/**
 * Listens at once, so that a port in use is known before anything is started, and readiness can be asked for.
 * @throws when the port can't be had.
 */
export async function listen(port: number): Promise<WebServer> {
  let door: Door = startingDoor;
  let lane: FastLane | null = null;
  /** No longer the server's own, so it would wait for them for ever. */
  const upgraded = new Set<Duplex>();
  const server = createServer(
    {
      keepAliveTimeout: idleMs,
      headersTimeout: 15_000,
      // A large upload over a slow line.
      requestTimeout: 600_000,
      maxHeaderSize: 16 * 1024,
      // Two `Host` headers become one that is no host name, instead of the first one winning.
      joinDuplicateHeaders: true,
    },
    (request, response) => door(request, response),
  );
  server.listen(port);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    open: (opened, answer, upgrade) => {
      door = opened;
      if (answer !== null) lane = installFastLane(server, answer);
      server.on("upgrade", (request, socket, head) => {
        upgraded.add(socket);
        socket.once("close", () => upgraded.delete(socket));
        upgrade(request, socket, head);
      });
    },
    close: async () => {
      const closed = once(server, "close");
      const closeIdle = (): void => {
        server.closeIdleConnections();
        lane?.closeIdle();
      };
      server.close();
      for (const socket of upgraded) socket.destroy();
      closeIdle();
      const sweep = setInterval(closeIdle, 100);
      const late = setTimeout(() => server.closeAllConnections(), drainMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(late);
    },
  };
}
