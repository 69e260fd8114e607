import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Door } from "./front-door.ts";
import { ask, talk } from "./testing/serve.ts";
import { listen, type Upgrade } from "./web-server.ts";

const hello: Door = (_request, response) => response.end("hello");
const noUpgrade: Upgrade = (_request, socket) => void socket.destroy();
const get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

test("until it is opened the server says that it is starting, to programs as JSON", async () => {
  const web = await listen(0);
  expect(await ask(web.port, "a", "/")).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  expect((await ask(web.port, "a", "/api/trpc/x")).headers["content-type"]).toMatch(/json/u);
  const health = await ask(web.port, "a", "/api/health");
  expect([health.status, health.body.toString()]).toEqual([503, '{"status":"starting"}']);
  web.open(hello, null, noUpgrade);
  expect((await ask(web.port, "a", "/")).body.toString()).toBe("hello");
  await web.close();
});

test("a port that is taken is an error at once", async () => {
  const web = await listen(0);
  onTestFinished(web.close);
  await expect(listen(web.port)).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("two Host headers are no host name", async () => {
  const web = await listen(0);
  onTestFinished(web.close);
  web.open((request, response) => response.end(request.headers.host), null, noUpgrade);
  expect(await talk(web.port, ["GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"])).toContain("a, b");
});

test("closing lets a request under way end and waits for nobody else", async () => {
  const web = await listen(0);
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const door: Door = (_request, response) => {
    reached.resolve();
    void released.promise.then(() => response.end("late"));
  };
  web.open(
    door,
    () => null,
    (_request, socket) => void socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
  );
  const open = async (text: string) => {
    const socket = connect(web.port, "127.0.0.1");
    await once(socket, "connect");
    if (text !== "") socket.write(text);
    return socket;
  };
  const [idle, upgraded, waiting] = [
    await open(""),
    await open("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n"),
    await open(get),
  ];
  await Promise.all([once(upgraded, "data"), reached.promise]);
  const closed = web.close();
  await Promise.all([once(idle, "close"), once(upgraded, "close")]);
  let answer = "";
  waiting.on("data", (piece: Buffer) => (answer += piece.toString()));
  released.resolve();
  await Promise.all([once(waiting, "close"), closed]);
  expect(answer).toContain("late");
});
