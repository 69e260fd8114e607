import { createReadStream } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import type { ClamdConfig } from "./clamd-config.ts";
import type { VirusScanner } from "./virus-scan.ts";

/** Far more than the name of any malware; who says more is not clamd. */
const replyCharsMax = 4_096;

/** A scanner that sends each file to a clamd (`INSTREAM`), so that clamd needs no access to our disk. */
export function clamdScanner({ address, timeoutMs }: ClamdConfig): VirusScanner {
  return async (file) => {
    const socket = createConnection(address);
    // Not `setTimeout` of the socket, which a clamd that trickles would never reach.
    const timer = setTimeout(() => socket.destroy(new Error(`clamd took longer than ${timeoutMs} ms`)), timeoutMs);
    try {
      const reply = readReply(socket);
      const sent = pipeline(framesOf(file), socket, { end: false });
      // A clamd that has heard enough answers and hangs up before the end; then the answer counts.
      const [answer] = await Promise.allSettled([reply, sent]);
      if (answer.status === "rejected") throw answer.reason;
      return readVerdict(answer.value);
    } finally {
      clearTimeout(timer);
      socket.destroy();
    }
  };
}

/** The command, then each piece of the file behind its length in four bytes; a length of zero ends it. */
async function* framesOf(file: string): AsyncGenerator<Buffer> {
  yield Buffer.from("zINSTREAM\0");
  // Without an encoding, chunks are buffers.
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** What clamd says up to the zero that ends it. */
async function readReply(socket: Socket): Promise<string> {
  let reply = "";
  for await (const chunk of socket.setEncoding("utf8")) {
    reply += String(chunk);
    const end = reply.indexOf("\0");
    if (end !== -1) return reply.slice(0, end);
    if (reply.length > replyCharsMax) break;
  }
  throw new Error("clamd hung up without an answer");
}

/** The malware's name, or `null` for a clean file. @throws Error when clamd could not tell. */
function readVerdict(reply: string): string | null {
  if (reply === "stream: OK") return null;
  const found = /^stream: (.+) FOUND$/u.exec(reply)?.[1];
  if (found === undefined) throw new Error(`clamd answered: ${reply}`);
  return found;
}
