import { EventEmitter } from "node:events";
import type { Server } from "node:http";
import next from "next";
import type { RequestHandler } from "./capture-response.ts";
import type { Upgrade } from "./web-server.ts";

export type NextApp = {
  handle: RequestHandler;
  upgrade: Upgrade;
  close: () => Promise<void>;
};

/** Prepares Next behind our server: the one place where it is started. */
export async function startNext(options: { dir: string; development: boolean; port: number }): Promise<NextApp> {
  // Next listens for upgrades on the server it is given, from its first request on, on every host. It gets one that
  // says only what the front door passes on; its own `getUpgradeHandler` does not know the development client.
  const silent = new EventEmitter() as Server;
  const app = next({
    dir: options.dir,
    dev: options.development,
    port: options.port,
    hostname: "localhost",
    httpServer: silent,
  });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    upgrade: (request, socket, head) => {
      if (!silent.emit("upgrade", request, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}
