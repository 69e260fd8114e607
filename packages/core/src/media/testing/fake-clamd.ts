import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type FakeClamd = {
  port: number;
  /** What was scanned, file by file. */
  scanned: Buffer[];
};

type FakeOptions = {
  /** Listens here instead of on a port. */
  socketPath?: string;
  /** Of clamd.conf: longer streams are not judged. */
  streamBytesMax?: number;
  /** Says this whatever it is sent; `null` for nothing at all. */
  says?: string | null;
};

/** Its one signature. */
export const plantedMalware = "planted malware of the tests";

/** A clamd as far as `zINSTREAM` goes, to the letter of its protocol; it ends with the test. */
export async function startFakeClamd(options: FakeOptions = {}): Promise<FakeClamd> {
  const scanned: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    void answer(socket, options, scanned);
  });
  server.listen(options.socketPath ?? { port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  // A server on a port has an address of this shape; with a path nobody asks.
  return { port: (server.address() as AddressInfo).port, scanned };
}

async function answer(socket: Socket, options: FakeOptions, scanned: Buffer[]): Promise<void> {
  const reply = await replyTo(socket, options, scanned).catch(() => null);
  const said = options.says === undefined ? reply : options.says;
  if (said !== null) socket.end(said);
}

async function replyTo(socket: Socket, { streamBytesMax = Infinity }: FakeOptions, scanned: Buffer[]): Promise<string> {
  const command = "zINSTREAM\0";
  const take = reader(socket);
  if ((await take(command.length)).toString("latin1") !== command) return "UNKNOWN COMMAND\0";
  const pieces: Buffer[] = [];
  for (let length = (await take(4)).readUInt32BE(); length > 0; length = (await take(4)).readUInt32BE()) {
    pieces.push(await take(length));
    if (pieces.reduce((sum, piece) => sum + piece.length, 0) > streamBytesMax)
      return "INSTREAM size limit exceeded. ERROR\0";
  }
  const file = Buffer.concat(pieces);
  scanned.push(file);
  return file.includes(plantedMalware) ? "stream: Test.Planted-1 FOUND\0" : "stream: OK\0";
}

/** Takes exactly so many bytes off the stream, waiting for them. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  let held = Buffer.alloc(0);
  // Without an encoding, chunks are buffers.
  const chunks = (socket as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  return async (bytes) => {
    while (held.length < bytes) {
      const next = await chunks.next();
      if (next.done) throw new Error("the client hung up");
      held = Buffer.concat([held, next.value]);
    }
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
}
