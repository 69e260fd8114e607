import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { DirectDoor } from "./reader-door.ts";
import { longText, readerServer } from "./testing/reader-server.ts";
import { ask, talk } from "./testing/serve.ts";

const get = (path: string, ...headers: string[]) =>
  ["GET", path, "HTTP/1.1\r\nHost: jichu.localhost\r\n"].join(" ") +
  headers.map((line) => `${line}\r\n`).join("") +
  "\r\n";

/** Answers without their dates, which may differ by a second; of several answers the later ones stand in the body. */
function undated(text: string): string {
  return text.replaceAll(/^date: .*$/gimu, "date");
}

function headOf(text: string): { status: string; headers: string[]; body: string } {
  const end = text.indexOf("\r\n\r\n");
  const [status = "", ...headers] = undated(text.slice(0, end)).split("\r\n");
  return { status, headers: headers.map((line) => line.toLowerCase()).sort(), body: undated(text.slice(end + 4)) };
}

/** A direct door that takes its time, to stand for everything the lane must leave to Node. */
const slowDoor: DirectDoor = (_site, path, request, response) => {
  if (path !== "/slow") return false;
  setTimeout(() => response.end(`slow ${request.method}`), 80);
  return true;
};

async function pair() {
  const [plain, lane] = [
    await readerServer({ directDoors: [slowDoor] }),
    await readerServer({ lane: true, directDoors: [slowDoor] }),
  ];
  for (const { port } of [plain, lane])
    for (const path of ["/", "/a/1", "/a/91"]) await ask(port, "jichu.localhost", path);
  return { plain, lane };
}

describe("the lane and Node answer alike", () => {
  test.each([
    ["a ready page", [get("/a/1")]],
    ["gzip", [get("/a/1", "Accept-Encoding: gzip")]],
    ["brotli", [get("/a/1", "accept-encoding:br")]],
    ["a ready 404", [get("/a/91")]],
    ["a 304", [get("/a/1", "If-None-Match: *")]],
    ["HEAD", [get("/a/1").replace("GET", "HEAD")]],
    ["keep-alive", [get("/a/1", "Connection: keep-alive")]],
    ["an upper-case host with a port", [get("/a/1").replace("jichu.localhost", "JICHU.localhost:80")]],
    ["an unknown host", [get("/a/1").replace("jichu", "nobody")]],
    ["close", [get("/a/1", "Connection: close")]],
    ["HTTP/1.0", [get("/a/1").replace("1.1", "1.0")]],
    ["a page that is not ready", [get("/a/2")]],
    ["a moved address", [get("/a/1/")]],
    ["a request in two pieces", ["GET /a/1 HT", "TP/1.1\r\nHost: jichu.localhost\r\n\r\n"]],
    ["two requests in one piece", [get("/a/1") + get("/")]],
    ["one and a half requests, then the rest", [`${get("/a/1")}GET / HT`, "TP/1.1\r\nHost: jichu.localhost\r\n\r\n"]],
    ["a body where none belongs", [get("/a/1", "Content-Length: 5") + "hello"]],
    ["a chunked body", [get("/a/1", "Transfer-Encoding: chunked") + "0\r\n\r\n"]],
    ["two lengths", [get("/a/1", "Content-Length: 5", "Content-Length: 6") + "hello"]],
    ["length and chunks", [get("/a/1", "Content-Length: 5", "Transfer-Encoding: chunked") + "0\r\n\r\n"]],
    ["a space before a colon", [get("/a/1", "Content-Length : 5") + "hello"]],
    ["a folded line", [get("/a/1", "X-A: 1\r\n Content-Length: 5")]],
    ["a bare line feed", ["GET /a/1 HTTP/1.1\nHost: jichu.localhost\n\n"]],
    ["no host", ["GET /a/1 HTTP/1.1\r\nX: 1\r\n\r\n"]],
    ["two hosts", [get("/a/1", "Host: localhost")]],
    ["a bad method", [get("/a/1").replace("GET", "G?T")]],
    ["rubbish", ["\x16\x03\x01\x02\x00\x01"]],
    ["an upgrade", [get("/a/1", "Connection: Upgrade", "Upgrade: websocket")]],
    ["POST, then GET", [get("/a/1", "Content-Length: 2").replace("GET", "POST") + "hi", get("/a/1")]],
    ["ready, not ready, ready", [get("/"), get("/a/3"), get("/")]],
  ])("%s", async (_what, pieces) => {
    const { plain, lane } = await pair();
    const [expected, actual] = await Promise.all([talk(plain.port, pieces, 100), talk(lane.port, pieces, 100)]);
    expect(headOf(actual)).toEqual(headOf(expected));
    expect(actual.split("HTTP/1.1 ").length).toBe(expected.split("HTTP/1.1 ").length);
    expect(actual.length).toBe(expected.length);
  });

  test("random headers", async () => {
    const { plain, lane } = await pair();
    const name = fc.constantFrom(
      "Accept-Encoding",
      "If-None-Match",
      "Connection",
      "Range",
      "Expect",
      "TE",
      "X-A",
      "Content-Length",
      "Transfer-Encoding",
      "Cookie",
      "host",
      "A B",
      "",
    );
    const value = fc.constantFrom(
      "gzip",
      "br;q=0.1, *",
      "*",
      '"x"',
      "keep-alive",
      "close",
      "bytes=0-1",
      "0",
      "chunked",
      "a\tb",
      " ",
      "\x01",
      "é",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (headers) => {
        const piece = Buffer.from(get("/a/1", ...headers.map(([a, b]) => `${a}: ${b}`)), "latin1");
        const [expected, actual] = await Promise.all([talk(plain.port, [piece], 25), talk(lane.port, [piece], 25)]);
        expect(headOf(actual)).toEqual(headOf(expected));
      }),
      { numRuns: 80 },
    );
  });
});

test("ready pages never reach Node's server; everything else does", async () => {
  const { lane } = await pair();
  const reached: (string | undefined)[] = [];
  lane.server.on("request", ({ url }) => reached.push(url));
  await talk(lane.port, [
    get("/a/1"),
    get("/a/1", "If-None-Match: *"),
    get("/a/2"),
    get("/"),
    get("/a/1", "Range: bytes=0-1"),
  ]);
  expect(reached).toEqual(["/a/2", "/a/1"]);
});

test("a connection goes from the lane to Node and back, and answers stay in order", async () => {
  const { lane } = await pair();
  const misses = lane.cache.stats.misses;
  const text = await talk(lane.port, [get("/a/1"), get("/slow"), get("/a/1"), get("/a/5"), get("/a/1")], 150);
  expect([...text.matchAll(/<title>jichu(\/a\/\d)|slow GET/gu)].map(([found, path]) => path ?? found)).toEqual([
    "/a/1",
    "slow GET",
    "/a/1",
    "/a/5",
    "/a/1",
  ]);
  expect(lane.cache.stats.misses).toBe(misses + 1);
});

test("a ready page asked for while Node is still answering waits its turn", async () => {
  const { lane } = await pair();
  const socket = connect({ port: lane.port, host: "127.0.0.1" });
  await once(socket, "connect");
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1")));
  socket.write(get("/slow"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.write(get("/a/1"));
  await vi.waitFor(() => expect(text).toContain("<title>"));
  expect(text.indexOf("slow GET")).toBeLessThan(text.indexOf("<title>"));
  socket.destroy();
});

test("a reader who asks without reading is not served without end", async () => {
  const { lane } = await pair();
  const before = lane.cache.stats.hits;
  const socket = connect({ port: lane.port, host: "127.0.0.1" });
  await once(socket, "connect");
  socket.pause();
  const asked = 3_000;
  for (let index = 0; index < asked; index += 1) {
    if (!socket.write(get("/a/1")))
      await Promise.race([once(socket, "drain"), new Promise((resolve) => setTimeout(resolve, 5))]);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  const served = lane.cache.stats.hits - before;
  socket.destroy();
  expect(served * longText.length).toBeLessThan(asked * longText.length);
});

test("a client that goes away in the middle of an answer leaves nothing behind", async () => {
  const { lane } = await pair();
  const socket = connect({ port: lane.port, host: "127.0.0.1" });
  await once(socket, "connect");
  socket.write(get("/slow"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  socket.resetAndDestroy();
  await vi.waitFor(async () => {
    const count = await new Promise<number>((resolve) =>
      lane.server.getConnections((_error, connections) => resolve(connections)),
    );
    expect(count).toBe(0);
  });
  expect((await ask(lane.port, "jichu.localhost", "/a/1")).status).toBe(200);
});
