import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { CaptureError, captureResponse, type RequestHandler } from "./capture-response.ts";

const options = {
  url: "/reader-site/x/a/1?q=2",
  headers: { host: "jichu.localhost" },
  timeoutMs: 200,
  bytesMax: 1_000,
};

function capture(handler: RequestHandler) {
  return captureResponse(handler, options);
}

test("the handler sees a GET with these headers and no others", async () => {
  const { body } = await capture((request, response) => {
    response.end(JSON.stringify([request.method, request.url, request.headers, request.rawHeaders]));
  });
  expect(JSON.parse(body.toString())).toEqual(["GET", options.url, options.headers, ["host", "jichu.localhost"]]);
});

test("headers that are flushed before the body are held back with it", async () => {
  const answer = await capture((_request, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html");
    response.flushHeaders();
    expect(response.headersSent).toBe(true);
    response.write("甲");
    response.write(Buffer.from("乙"));
    response.end("丙");
    expect(response.writableEnded).toBe(true);
  });
  expect(answer).toMatchObject({ status: 404, headers: { "content-type": "text/html" } });
  expect(answer.body.toString()).toBe("甲乙丙");
});

test.each<[string, RequestHandler]>([
  [
    "an object",
    (_request, response) => response.writeHead(201, { "x-a": "1", "x-b": ["2", "3"], "x-c": undefined }).end(),
  ],
  ["a list", (_request, response) => response.writeHead(201, ["x-a", "1", "x-b", "2"]).end()],
  ["a reason and an object", (_request, response) => response.writeHead(201, "made", { "x-a": "1" }).end()],
])("writeHead with %s", async (_form, handler) => {
  expect(await capture(handler)).toMatchObject({ status: 201, headers: { "x-a": "1" } });
});

test("streams can be piped into it, and learn that all is written", async () => {
  let piped = false;
  const answer = await capture(async (_request, response) => {
    await pipeline(Readable.from(["a", "b", "c"]), response);
    piped = true;
  });
  expect(answer.body.toString()).toBe("abc");
  await expect.poll(() => piped).toBe(true);
});

test("an answer that does not come is given up, and its maker told", async () => {
  let told = false;
  const silent = capture((_request, response) => void response.on("close", () => (told = true)));
  await expect(silent).rejects.toThrow(CaptureError);
  expect(told).toBe(true);
});

test.each<[string, RequestHandler, RegExp]>([
  [
    "throws",
    () => {
      throw new Error("broken");
    },
    /broken/u,
  ],
  ["rejects", () => Promise.reject(new Error("broken later")), /broken later/u],
  ["breaks off", (_request, response) => void response.destroy(), /broke off/u],
  ["never stops writing", (_request, response) => void response.write("x".repeat(1_001)), /longer than/u],
])("a handler that %s is an error", async (_what, handler, message) => {
  await expect(capture(handler)).rejects.toThrow(message);
});
